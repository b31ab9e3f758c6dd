import { parseTarget } from 'microsip-sdk/target';
import * as vscode from 'vscode';

import { dialledLines } from '../dialling/dialled-text.ts';
import type { AskedTarget } from './ask-for-target.ts';

/**
 * Whether a call may be transferred: to a contact of a workspace, whose files somebody else may have written, only after
 * the user saw all of what would be dialled.
 *
 * @throws TargetRefusedError (`TARGET_REFUSED`) for what cannot be dialled
 */
export async function mayTransfer({ isFromWorkspace, target }: AskedTarget): Promise<boolean> {
  if (!isFromWorkspace) return true;
  const [first = '', ...others] = dialledLines(parseTarget(target));
  const transfer = { label: `$(export) ${vscode.l10n.t('Transfer to {0}', first)}` };
  const rest = others.map((line) => ({ label: line, kind: vscode.QuickPickItemKind.Separator }));
  const leave = { label: `$(close) ${vscode.l10n.t('Do Not Transfer')}` };
  const chosen = await vscode.window.showQuickPick([transfer, ...rest, leave], {
    title: vscode.l10n.t('Transfer the Call'),
    placeHolder: vscode.l10n.t('This contact comes from the workspace'),
    ignoreFocusOut: true,
  });
  return chosen === transfer;
}
