import * as vscode from 'vscode';

import type {
  MicroSipApi,
  MicroSipExtension,
  PhoneStatus,
} from '../../../../extension/src/api/microsip-api.ts';

/** What the tests see of this extension. */
export interface ConsumerExports {
  readonly phone: MicroSipApi;
  /** What the phone told, in this order. */
  readonly told: readonly PhoneStatus[];
}

/** Uses the phone as an extension does that knows of the other one only what that exports. */
export async function activate(context: vscode.ExtensionContext): Promise<ConsumerExports> {
  const devkit = vscode.extensions.getExtension<MicroSipExtension>('microsip-devkit.microsip-devkit');
  if (devkit === undefined) throw new Error('VS Code starts no extension without what it depends on.');
  const phone = (await devkit.activate()).getApi(1);
  const told: PhoneStatus[] = [];
  const answer = vscode.window.createStatusBarItem('tool', vscode.StatusBarAlignment.Left);
  answer.name = 'Tool';
  context.subscriptions.push(
    phone.onDidChangeStatus((status) => told.push(status)),
    answer,
    vscode.commands.registerCommand('consumer.useTool', () => useTool(answer)),
  );
  return { phone, told };
}

/** Asks for a tool and its input, and shows what it tells. */
async function useTool(answer: vscode.StatusBarItem): Promise<void> {
  const request = await vscode.window.showInputBox({ title: 'Tool and Input' });
  const [, name, input] = /^(\w+) (\{.*\})$/u.exec(request ?? '') ?? [];
  if (name === undefined || input === undefined) return;
  answer.hide();
  try {
    const result = await vscode.lm.invokeTool(name, {
      input: JSON.parse(input) as object,
      toolInvocationToken: undefined,
    });
    const [summary] = result.content.filter((part) => part instanceof vscode.LanguageModelTextPart);
    answer.text = `Told: ${summary?.value ?? 'nothing'}`;
  } catch (error) {
    answer.text = `Failed: ${error instanceof Error ? error.message : String(error)}`;
  }
  answer.show();
}
