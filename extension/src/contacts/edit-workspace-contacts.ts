import * as vscode from 'vscode';

import { contactsPath } from './workspace-contacts.ts';

/** What a file of contacts begins with. The number is one that is kept free for examples. */
const example = `{
  "contacts": [
    { "name": "Ada Lovelace", "number": "+1 415 555 0132", "comment": "Knows the analytical engine" }
  ]
}
`;

/** Opens the contacts of a workspace folder, made with an example where there are none yet. */
export async function editWorkspaceContacts(): Promise<void> {
  const folder = await chosenFolder();
  if (folder === undefined) return;
  const uri = vscode.Uri.joinPath(folder.uri, contactsPath);
  if (!(await exists(uri))) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(example));
  await vscode.window.showTextDocument(uri);
}

async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) return await vscode.window.showWorkspaceFolderPick();
  return folders[0];
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
