import * as vscode from 'vscode';

import { dialWrittenCommand } from '../dialling/dial-request.ts';
import type { DocumentNumbers } from './document-numbers.ts';
import { rangeOf } from './document-links.ts';
import { copyNumberCommand, hoverMarkdown } from './hover-markdown.ts';
import { readNumberSettings } from '../number-settings.ts';

/** Tells of the number or link under the mouse. */
export class NumberHover implements vscode.HoverProvider {
  readonly #numbers: DocumentNumbers;

  constructor(numbers: DocumentNumbers) {
    this.#numbers = numbers;
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.Hover | undefined> {
    const { version } = document;
    const dialable = await this.#numbers.findAt(document, document.offsetAt(position), { token });
    if (dialable === undefined || token.isCancellationRequested) return undefined;
    const { check } = dialable;
    const { originOf } = await import('../numbers/number-origin.ts');
    const { region } = readNumberSettings(document.uri);
    const origin = check.ok ? await originOf(check.target, region, vscode.env.language) : undefined;
    // Its place would be that of another text.
    if (document.version !== version) return undefined;
    const markdown = new vscode.MarkdownString(hoverMarkdown(dialable, origin, vscode.l10n), true);
    markdown.isTrusted = { enabledCommands: [dialWrittenCommand, copyNumberCommand] };
    return new vscode.Hover(markdown, rangeOf(document, dialable));
  }
}
