import { MicroSipError } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { ToolName } from '../../contributions/language-model-tools.ts';
import type { ContactBook } from '../contacts/contact-book.ts';
import { failureNotice } from '../failure-notice.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { readPhoneSettings } from '../settings.ts';
import type { PhoneTool, ToolSurroundings } from './phone-tool.ts';

/** Loaded when a language model first wants one. */
const tools: Readonly<Record<ToolName, () => Promise<PhoneTool>>> = {
  dial: async () => (await import('./dial-tool.ts')).dialTool,
  hang_up: async () => (await import('./hang-up-tool.ts')).hangUpTool,
  call_state: async () => (await import('./call-state-tool.ts')).callStateTool,
  look_up_contact: async () => (await import('./look-up-contact-tool.ts')).lookUpContactTool,
};

/**
 * Registers every tool of the table. None works before the user agreed: what they do is heard by others, and what they
 * tell is about others.
 */
export function registerTools(connection: PhoneConnection, contacts: ContactBook): vscode.Disposable {
  const surroundings = { connection, contacts, l10n: vscode.l10n };
  return vscode.Disposable.from(
    ...Object.entries(tools).map(([name, load]) =>
      vscode.lm.registerTool(`microsip_${name}`, languageModelTool(load, surroundings)),
    ),
  );
}

function languageModelTool(
  load: () => Promise<PhoneTool>,
  surroundings: ToolSurroundings,
): vscode.LanguageModelTool<unknown> {
  return {
    prepareInvocation: ({ input }) =>
      forModel(async () => {
        const { title, message, progress } = (await load()).question(input, surroundings);
        return {
          invocationMessage: progress,
          confirmationMessages: { title, message: new vscode.MarkdownString(message) },
        };
      }),
    invoke: ({ input }, token) =>
      forModel(async () => {
        const tool = await load();
        using cancellation = cancellationOf(token);
        const { summary, data } = await tool.run(input, surroundings, cancellation.signal);
        const { machineReadable } = await import('./machine-readable.ts');
        return new vscode.LanguageModelToolResult([
          new vscode.LanguageModelTextPart(summary),
          new vscode.LanguageModelTextPart(machineReadable(data)),
        ]);
      }),
  };
}

/** Turns a failure into words that name the settings of the editor, and its code. */
async function forModel<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof MicroSipError)) throw error;
    if (error.code === 'CANCELLED' || error.code === 'DISPOSED') throw new vscode.CancellationError();
    const notice = failureNotice(error, readPhoneSettings);
    throw new Error(`${error.code}: ${notice?.message ?? error.message}`, { cause: error });
  }
}

function cancellationOf(token: vscode.CancellationToken): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController();
  const subscription = token.onCancellationRequested(() => controller.abort());
  if (token.isCancellationRequested) controller.abort();
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      subscription.dispose();
    },
  };
}
