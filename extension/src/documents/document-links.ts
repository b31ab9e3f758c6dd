import * as vscode from 'vscode';

import { dialLink } from '../dialling/dial-request.ts';
import { dialledText } from '../dialling/dialled-text.ts';
import type { Dialable } from '../numbers/dialable.ts';
import { remoteText } from '../remote-text.ts';
import type { DocumentNumbers } from './document-numbers.ts';

/** A place in a document that dials when it is clicked. */
class DialLink extends vscode.DocumentLink {
  readonly text: string;

  constructor(range: vscode.Range, dialable: Dialable) {
    super(range);
    this.text = dialable.text;
    this.tooltip = tooltipOf(dialable);
  }
}

function tooltipOf({ check }: Dialable): string {
  return check.ok
    ? vscode.l10n.t('Dial {0}', remoteText(dialledText(check.target)))
    : vscode.l10n.t('MicroSIP does not dial this');
}

/** Makes links of what can be dialled in documents. */
export class DocumentLinks implements vscode.DocumentLinkProvider<DialLink> {
  readonly #numbers: DocumentNumbers;

  constructor(numbers: DocumentNumbers) {
    this.#numbers = numbers;
  }

  async provideDocumentLinks(document: vscode.TextDocument): Promise<DialLink[]> {
    const found = await this.#numbers.findIn(document);
    return found.map((dialable) => new DialLink(rangeOf(document, dialable), dialable));
  }

  /** A document may have thousands of links, of which hardly one is clicked. */
  resolveDocumentLink(link: DialLink): DialLink {
    link.target = vscode.Uri.parse(dialLink({ text: link.text, origin: 'document' }), true);
    return link;
  }
}

/** Where in a document something is that was found in its text. */
export function rangeOf(document: vscode.TextDocument, { start, end }: Dialable): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
