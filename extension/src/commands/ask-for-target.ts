import { checkTarget } from 'microsip-sdk';
import * as vscode from 'vscode';

/** Asks whom to call; nothing when the user thinks better of it. */
export async function askForTarget(): Promise<string | undefined> {
  const target = await vscode.window.showInputBox({
    title: vscode.l10n.t('Dial with MicroSIP'),
    prompt: vscode.l10n.t('A phone number, an extension or a SIP address'),
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
