import * as vscode from 'vscode';

import { dialWrittenCommand, type DialRequest } from '../dialling/dial-request.ts';
import { dialledLines } from '../dialling/dialled-text.ts';
import { rangeOf } from './document-links.ts';
import type { DocumentNumbers } from './document-numbers.ts';

/** Shows above its line what can be dialled there, where the settings want that. */
export class NumberCodeLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #numbers: DocumentNumbers;
  readonly #changed = new vscode.EventEmitter<void>();

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(numbers: DocumentNumbers) {
    this.#numbers = numbers;
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    if (vscode.workspace.getConfiguration('microsip.numbers', document).get<unknown>('codeLens') !== true) {
      return [];
    }
    const found = await this.#numbers.findIn(document);
    return found.flatMap((dialable) => {
      const { text, check } = dialable;
      if (!check.ok) return [];
      const [shown = '', ...more] = dialledLines(check.target);
      const request: DialRequest = { text, origin: 'document' };
      return new vscode.CodeLens(rangeOf(document, dialable), {
        title: `$(call-outgoing) ${vscode.l10n.t('Dial {0}', shown)}${more.length > 0 ? ' …' : ''}`,
        command: dialWrittenCommand,
        arguments: [request],
      });
    });
  }

  /** Has them made anew, after a change of settings. */
  refresh(): void {
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
