import * as vscode from 'vscode';

import type { PhoneConnection } from '../phone/phone-connection.ts';
import { phoneWords } from './phone-words.ts';
import { actionLabel } from './action-label.ts';
import { sensibleActions } from './sensible-actions.ts';

/** What a click on the status bar item runs; internal, as the palette has the actions themselves. */
export const showActionsCommand = '_microsip.showActions';

/** Registers the list of what can be done with the phone now. */
export function registerShowActions(connection: PhoneConnection): vscode.Disposable {
  return vscode.commands.registerCommand(showActionsCommand, async () => {
    const { seen } = connection;
    const { l10n } = vscode;
    const chosen = await vscode.window.showQuickPick(
      sensibleActions(seen).map((action) => ({ action, label: actionLabel(action, seen.status, l10n) })),
      { title: l10n.t('MicroSIP: {0}', phoneWords(seen, l10n)) },
    );
    if (chosen !== undefined) await vscode.commands.executeCommand(`microsip.${chosen.action}`);
  });
}
