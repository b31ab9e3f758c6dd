import * as vscode from 'vscode';

import type { BookContact } from './book-contact.ts';

/**
 * Opens a file of contacts, at one of them, or else at the first thing that is wrong in it.
 *
 * @param file - its address, as text
 */
export async function openContactsFile(file: string, contact?: BookContact): Promise<void> {
  const uri = vscode.Uri.parse(file, true);
  const document = await vscode.workspace.openTextDocument(uri);
  const place =
    contact === undefined ? vscode.languages.getDiagnostics(uri)[0]?.range.start : placeOf(document, contact);
  const selection = place && new vscode.Range(place, place);
  await vscode.window.showTextDocument(document, { ...(selection && { selection }) });
}

/** Where the name of a contact stands, as far as it is written the way JSON is as a rule. */
function placeOf(document: vscode.TextDocument, { name }: BookContact): vscode.Position | undefined {
  const offset = document.getText().indexOf(JSON.stringify(name));
  return offset < 0 ? undefined : document.positionAt(offset);
}
