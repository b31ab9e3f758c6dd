import { checkTarget, MicroSipError, type MicroSip } from 'microsip-sdk';
import * as vscode from 'vscode';

import { failureNotice, type Remedy } from './failure-notice.ts';
import type { PhoneConnection } from './phone-connection.ts';
import { openSettings, readPhoneSettings, useSimulatedPhone } from './settings.ts';

/** The commands for calls. `microsip.dial` also takes the target as its argument. */
export function registerCallCommands(
  connection: PhoneConnection,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const act = (action: (phone: MicroSip) => Promise<unknown>): Promise<void> =>
    tellFailure(log, () => connection.use(action));
  return vscode.Disposable.from(
    vscode.commands.registerCommand('microsip.dial', async (given?: unknown) => {
      const target = typeof given === 'string' ? given : await askForTarget();
      if (target !== undefined) await act((phone) => phone.dial(target));
    }),
    vscode.commands.registerCommand('microsip.answer', () => act((phone) => phone.answer())),
    vscode.commands.registerCommand('microsip.hangUp', () => act((phone) => phone.hangup())),
  );
}

async function askForTarget(): Promise<string | undefined> {
  const target = await vscode.window.showInputBox({
    title: 'Dial with MicroSIP',
    prompt: 'A phone number, an extension or a SIP address',
    placeHolder: '+1 (415) 555-2671, 101, sip:ada@example.com',
    value: selectedTarget(),
    validateInput: (text) => (text.trim() === '' ? undefined : refusalOf(text)),
  });
  return target?.trim() === '' ? undefined : target;
}

/** What is selected in the editor, when it can be dialled. */
function selectedTarget(): string {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  return selected === '' || refusalOf(selected) !== undefined ? '' : selected;
}

function refusalOf(text: string): string | undefined {
  const check = checkTarget(text);
  return check.ok ? undefined : check.error.message;
}

async function tellFailure(log: vscode.LogOutputChannel, act: () => Promise<unknown>): Promise<void> {
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
  const notice = failureNotice(error, readPhoneSettings());
  if (notice === undefined) return;
  const carryOut: Readonly<Record<Remedy, () => unknown>> = {
    'Open Settings': openSettings,
    'Use a Simulated Phone': useSimulatedPhone,
    'Show Log': () => log.show(),
  };
  const chosen = await vscode.window.showErrorMessage(notice.message, ...notice.remedies);
  if (chosen !== undefined) await carryOut[chosen]();
}
