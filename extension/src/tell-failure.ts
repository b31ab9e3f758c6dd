import { MicroSipError } from 'microsip-sdk';
import * as vscode from 'vscode';

import { failureNotice, remedyTitle, type Remedy } from './failure-notice.ts';
import { openSettings, readPhoneSettings, useSimulatedPhone } from './settings.ts';

/** Does something for the user, who is told when it fails. */
export async function tellFailure(log: vscode.LogOutputChannel, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof MicroSipError)) throw error;
    log.warn(
      `${error.code}: ${error.message}`,
      ...(error.cause instanceof Error ? [error.cause.message] : []),
    );
    // The command is over; the notification stays as long as the user likes.
    void notify(error, log);
  }
}

async function notify(error: MicroSipError, log: vscode.LogOutputChannel): Promise<void> {
  const notice = failureNotice(error, readPhoneSettings);
  if (notice === undefined) return;
  const carryOut: Readonly<Record<Remedy, () => unknown>> = {
    'open-settings': openSettings,
    'use-simulated-phone': useSimulatedPhone,
    diagnose: () => vscode.commands.executeCommand('microsip.diagnose'),
    'show-log': () => log.show(),
  };
  const offers = notice.remedies.map((remedy) => ({ remedy, title: remedyTitle(remedy) }));
  const chosen = await vscode.window.showErrorMessage(notice.message, ...offers);
  if (chosen === undefined) return;
  try {
    await carryOut[chosen.remedy]();
  } catch (cause) {
    // VS Code refuses to write settings into a file that it cannot read, and leaves it to the extension to say so.
    log.error(cause instanceof Error ? cause : String(cause));
    void vscode.window.showErrorMessage(cause instanceof Error ? cause.message : String(cause));
  }
}
