import * as vscode from 'vscode';

import { repeatUntil } from './repeat-until.ts';

const accept = 'workbench.action.acceptSelectedQuickOpenItem';

/** Runs a command that asks, and takes the active answer as Enter does, as often as it asks until it is done. */
export async function acceptQuickPick(command: string, argument?: unknown): Promise<void> {
  await answer(command, argument, accept);
}

/** Runs a command that asks, and leaves every question as Escape does. */
export async function leaveQuickPick(command: string, argument?: unknown): Promise<void> {
  await answer(command, argument, 'workbench.action.closeQuickOpen');
}

/** Presses Enter in an input that was told to open: VS Code does in turn what it is told. */
export async function pressEnter(): Promise<void> {
  await vscode.commands.executeCommand(accept);
}

async function answer(command: string, argument: unknown, answering: string): Promise<void> {
  // What is not open takes nothing.
  await repeatUntil(
    vscode.commands.executeCommand(command, argument),
    () => vscode.commands.executeCommand(answering),
    `the end of ${command}`,
  );
}
