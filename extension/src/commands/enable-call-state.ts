import type { MicroSip } from 'microsip-sdk';
import * as vscode from 'vscode';

import { askQuestion } from '../dialling/ask-question.ts';

/** Has the phone write the log from which the state of calls is known, when the user agrees to what that takes. */
export async function enableCallState(phone: MicroSip): Promise<void> {
  const { written, running } = await phone.log.status();
  if (written === true) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('MicroSIP’s log, from which the state of calls is known, is on already.'),
    );
    return;
  }
  if (!(await isAgreed(running !== false))) return;
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Switching on MicroSIP’s log'),
      cancellable: true,
    },
    async (_, cancellation) => {
      const cancelled = new AbortController();
      cancellation.onCancellationRequested(() => cancelled.abort());
      await phone.log.enable({ restart: true, assumeIdle: true, signal: cancelled.signal });
    },
  );
  void vscode.window.showInformationMessage(
    vscode.l10n.t('MicroSIP’s log is on; the state of calls is known from now on.'),
  );
}

/** Asks, before anything is written; a phone that runs writes its log only after it was started again. */
async function isAgreed(withRestart: boolean): Promise<boolean> {
  const agreement = withRestart
    ? {
        label: vscode.l10n.t('Switch On the Log and Restart MicroSIP Now'),
        detail: vscode.l10n.t('No call may be up now: one that MicroSIP does not tell of is cut off.'),
      }
    : { label: vscode.l10n.t('Switch On the Log') };
  const answer = await askQuestion<'agree' | 'not-now'>({
    title: vscode.l10n.t('Enable Call State'),
    placeholder: vscode.l10n.t(
      'The log holds whom you call and who calls, and the text of messages, in clear text',
    ),
    choices: [
      { answer: 'agree', ...agreement },
      { answer: 'not-now', label: vscode.l10n.t('Not Now') },
    ],
  });
  return answer === 'agree';
}
