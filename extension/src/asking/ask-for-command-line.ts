import * as vscode from 'vscode';

/** Asks for a command line of MicroSIP; nothing when the user thinks better of it. */
export async function askForCommandLine(): Promise<string | undefined> {
  return await vscode.window.showInputBox({
    title: vscode.l10n.t('Explain a Command Line'),
    prompt: vscode.l10n.t('What stands after microsip.exe, or the whole command line'),
    placeHolder: 'microsip.exe -hangup',
  });
}
