import { parseTarget } from 'microsip-sdk/target';
import * as vscode from 'vscode';

import { askQuestion } from '../dialling/ask-question.ts';
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
  const answer = await askQuestion<'transfer' | 'leave'>({
    title: vscode.l10n.t('Transfer the Call'),
    placeholder: vscode.l10n.t('This contact comes from the workspace'),
    choices: [
      { answer: 'transfer', label: `$(export) ${vscode.l10n.t('Transfer to {0}', first)}` },
      ...others.map((line) => ({ answer: undefined, label: `… ${line}` })),
      { answer: 'leave', label: `$(close) ${vscode.l10n.t('Do Not Transfer')}` },
    ],
  });
  return answer === 'transfer';
}
