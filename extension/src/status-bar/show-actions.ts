import * as vscode from 'vscode';

import type { PhoneConnection } from '../phone/phone-connection.ts';
import { phoneWords } from './phone-words.ts';
import { sensibleActions, type SensibleAction } from './sensible-actions.ts';

/** What a click on the status bar item runs; internal, as the palette has the actions themselves. */
export const showActionsCommand = '_microsip.showActions';

/** Registers the list of what can be done with the phone now. */
export function registerShowActions(connection: PhoneConnection): vscode.Disposable {
  return vscode.commands.registerCommand(showActionsCommand, async () => {
    const { seen } = connection;
    const { l10n } = vscode;
    const chosen = await vscode.window.showQuickPick(
      sensibleActions(seen).map((action) => ({ action, label: actionLabel(action) })),
      { title: l10n.t('MicroSIP: {0}', phoneWords(seen, l10n)) },
    );
    if (chosen !== undefined) await vscode.commands.executeCommand(`microsip.${chosen.action}`);
  });
}

function actionLabel(action: SensibleAction): string {
  const { l10n } = vscode;
  switch (action) {
    case 'dial':
      return `$(call-outgoing) ${l10n.t('Dial…')}`;
    case 'redial':
      return `$(redo) ${l10n.t('Redial')}`;
    case 'answer':
      return `$(call-incoming) ${l10n.t('Answer')}`;
    case 'reject':
      return `$(circle-slash) ${l10n.t('Reject')}`;
    case 'hangUp':
      return `$(debug-disconnect) ${l10n.t('Hang Up')}`;
    case 'holdOrResume':
      return `$(debug-pause) ${l10n.t('Hold or Resume')}`;
    case 'transfer':
      return `$(export) ${l10n.t('Transfer…')}`;
    case 'sendDtmf':
      return `$(symbol-numeric) ${l10n.t('Send DTMF…')}`;
    case 'start':
      return `$(play) ${l10n.t('Start MicroSIP')}`;
    case 'exit':
      return `$(debug-stop) ${l10n.t('Exit MicroSIP')}`;
    case 'enableCallState':
      return `$(pulse) ${l10n.t('Enable Call State…')}`;
  }
}
