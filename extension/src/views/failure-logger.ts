import type * as vscode from 'vscode';

/** Has the log tell what nobody waits for failed with. */
export function failureLogger(log: vscode.LogOutputChannel): (error: unknown) => void {
  return (error) => log.error(error instanceof Error ? error : String(error));
}
