import * as vscode from 'vscode';

import { until } from '../sdk/until.ts';

/** Shows a new document in which something is selected, and waits until commands know of it. */
export async function showSelection(
  options: { readonly content: string; readonly language?: string },
  selected: vscode.Range,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(options);
  const selection = new vscode.Selection(selected.start, selected.end);
  await vscode.window.showTextDocument(document, { selection });
  // The extension host hears of the active editor and of its selection a moment later.
  await until(() => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document === document && editor.selection.isEqual(selection);
  }, 'the document to be in the active editor, with its selection');
}
