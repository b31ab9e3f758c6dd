import { setTimeout as delay } from 'node:timers/promises';

import * as vscode from 'vscode';

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
  const done = Promise.resolve(vscode.commands.executeCommand(command, argument)).then(() => 'done' as const);
  const limit = performance.now() + 30_000;
  while ((await Promise.race([done, delay(50)])) !== 'done') {
    if (performance.now() > limit) throw new Error(`${command} did not end`);
    // What is not open takes nothing.
    await vscode.commands.executeCommand(answering);
  }
}
