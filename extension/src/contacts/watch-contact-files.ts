import * as vscode from 'vscode';

import type { ContactBook } from './contact-book.ts';

/** Has a file of contacts checked from the moment somebody opens one, although nobody asked for contacts yet. */
export function watchContactFiles(book: ContactBook): vscode.Disposable {
  const look = ({ uri }: vscode.TextDocument): void => {
    if (uri.path.endsWith('/.vscode/contacts.json')) void book.watchWorkspace();
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.workspace.onDidOpenTextDocument(look);
}
