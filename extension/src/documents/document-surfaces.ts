import * as vscode from 'vscode';

import { DocumentLinks } from './document-links.ts';
import type { DocumentNumbers } from './document-numbers.ts';
import { copyNumberCommand } from './hover-markdown.ts';
import { NumberCodeLenses } from './number-code-lenses.ts';
import { NumberHover } from './number-hover.ts';
import { affectsNumbers } from '../number-settings.ts';

/** Every document; the pattern puts these links before those to `tel:` that VS Code's own extensions make. */
const everywhere: vscode.DocumentSelector = { language: '*', pattern: '**' };

/** Shows in documents what can be dialled: as links, in hovers, and in lenses. */
export class DocumentSurfaces implements vscode.Disposable {
  readonly #numbers: DocumentNumbers;
  readonly #lenses: NumberCodeLenses;
  readonly #registrations: vscode.Disposable;
  #links: vscode.Disposable;

  constructor(numbers: DocumentNumbers) {
    this.#numbers = numbers;
    this.#lenses = new NumberCodeLenses(numbers);
    this.#links = this.#registerLinks();
    this.#registrations = vscode.Disposable.from(
      this.#lenses,
      vscode.languages.registerHoverProvider(everywhere, new NumberHover(numbers)),
      vscode.languages.registerCodeLensProvider(everywhere, this.#lenses),
      vscode.commands.registerCommand(copyNumberCommand, copyNumber),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (affectsNumbers(change)) this.#refresh();
      }),
    );
  }

  dispose(): void {
    this.#links.dispose();
    this.#registrations.dispose();
  }

  #refresh(): void {
    this.#numbers.forget();
    // A provider of links cannot say that they changed; a new one is asked.
    this.#links.dispose();
    this.#links = this.#registerLinks();
    this.#lenses.refresh();
  }

  #registerLinks(): vscode.Disposable {
    return vscode.languages.registerDocumentLinkProvider(everywhere, new DocumentLinks(this.#numbers));
  }
}

async function copyNumber(number?: unknown): Promise<void> {
  if (typeof number !== 'string') return;
  await vscode.env.clipboard.writeText(number);
  vscode.window.setStatusBarMessage(vscode.l10n.t('The number was copied.'), 3000);
}
