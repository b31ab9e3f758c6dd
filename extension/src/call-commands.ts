import { checkTarget, MicroSipError } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { PhoneConnection } from './phone-connection.ts';

/** The commands for calls. `microsip.dial` also takes the target as its argument. */
export function registerCallCommands(connection: PhoneConnection): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('microsip.dial', async (given?: unknown) => {
      const target = typeof given === 'string' ? given : await askForTarget();
      if (target !== undefined) await tellFailure(() => connection.use((phone) => phone.dial(target)));
    }),
    vscode.commands.registerCommand('microsip.answer', () =>
      tellFailure(() => connection.use((phone) => phone.answer())),
    ),
    vscode.commands.registerCommand('microsip.hangUp', () =>
      tellFailure(() => connection.use((phone) => phone.hangup())),
    ),
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

async function tellFailure(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof MicroSipError)) throw error;
    void showError(error);
  }
}

async function showError(error: MicroSipError): Promise<void> {
  const remedies = error.code === 'NOT_INSTALLED' ? ['Open Settings'] : [];
  const chosen = await vscode.window.showErrorMessage(error.message, ...remedies);
  if (chosen !== undefined) await vscode.commands.executeCommand('workbench.action.openSettings', 'microsip');
}
