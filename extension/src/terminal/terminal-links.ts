import * as vscode from 'vscode';

import { dialWrittenCommand, type DialRequest } from '../dialling/dial-request.ts';
import { linkTitle } from '../dialling/link-title.ts';
import type { DocumentNumbers } from '../documents/document-numbers.ts';

/** A link in a terminal that dials. */
class DialLink extends vscode.TerminalLink {
  readonly text: string;

  constructor(startIndex: number, text: string, tooltip: string) {
    super(startIndex, text.length, tooltip);
    this.text = text;
  }
}

/** Makes links of what can be dialled in the lines that programs print. */
export class TerminalLinks implements vscode.TerminalLinkProvider<DialLink> {
  readonly #numbers: DocumentNumbers;

  constructor(numbers: DocumentNumbers) {
    this.#numbers = numbers;
  }

  async provideTerminalLinks(
    { line }: vscode.TerminalLinkContext,
    token: vscode.CancellationToken,
  ): Promise<DialLink[]> {
    if (!isWanted()) return [];
    const found = await this.#numbers.find(line, { token });
    return found.map(({ start, text, check }) => new DialLink(start, text, linkTitle(check, vscode.l10n)));
  }

  async handleTerminalLink({ text }: DialLink): Promise<void> {
    const request: DialRequest = { text, origin: 'terminal' };
    await vscode.commands.executeCommand(dialWrittenCommand, request);
  }
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration('microsip').get<unknown>('numbers.terminal') !== false;
}
