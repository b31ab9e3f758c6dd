import * as vscode from 'vscode';

import { commandQuery, dialWrittenCommand, type DialRequest } from '../dialling/dial-request.ts';
import { dialledText } from '../dialling/dialled-text.ts';
import { markdownLine } from '../markdown-line.ts';
import type { Dialable } from '../numbers/dialable.ts';
import { remoteText } from '../remote-text.ts';
import type { DocumentNumbers } from './document-numbers.ts';

/** Makes links of what can be dialled in documents. */
export class DocumentLinks implements vscode.DocumentLinkProvider {
  readonly #numbers: DocumentNumbers;

  constructor(numbers: DocumentNumbers) {
    this.#numbers = numbers;
  }

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    const found = await this.#numbers.findIn(document);
    return found.map((dialable) => {
      // Not left to be resolved at the click: VS Code goes on showing links that it has forgotten, while it asks anew.
      const link = new vscode.DocumentLink(rangeOf(document, dialable), dialUriOf(dialable));
      link.tooltip = tooltipOf(dialable);
      return link;
    });
  }
}

function dialUriOf({ text }: Dialable): vscode.Uri {
  const request: DialRequest = { text, origin: 'document' };
  return vscode.Uri.from({ scheme: 'command', path: dialWrittenCommand, query: commandQuery(request) });
}

/** Markdown, as it is when a link has a target. */
function tooltipOf({ check }: Dialable): string {
  return markdownLine(
    check.ok
      ? vscode.l10n.t('Dial {0}', remoteText(dialledText(check.target)))
      : vscode.l10n.t('MicroSIP does not dial this'),
  );
}

/** Where in a document something is that was found in its text. */
export function rangeOf(document: vscode.TextDocument, { start, end }: Dialable): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
