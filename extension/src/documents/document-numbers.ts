import type * as vscode from 'vscode';

import type { Dialable } from '../numbers/dialable.ts';
import type { NumberSettings } from '../number-settings.ts';
import type { TextSearch } from './text-search.ts';

type Cancellation = Pick<vscode.CancellationToken, 'isCancellationRequested'>;

/** Where in a text is looked, and what it is the text of. */
export interface DocumentSearch {
  /** The language of the document, on which depends whether numbers are looked for. Default: they are. */
  readonly languageId?: string | undefined;
  /** Where the document lies, as folders can have settings of their own. */
  readonly uri?: vscode.Uri | undefined;
  /** Where the part begins that is looked at, such as the visible one. Default: the beginning of the text. */
  readonly from?: number | undefined;
  /** Where it ends. Default: the end of the text. */
  readonly to?: number | undefined;
  /** Ends the search with what it has. */
  readonly token?: Cancellation | undefined;
}

interface SearchedDocument {
  readonly version: number;
  readonly languageId: string;
  readonly found: Promise<readonly Dialable[]>;
}

/**
 * What can be dialled in the texts of a window: documents, terminals, previews. Links with a scheme always, numbers
 * where the user's settings want them. The search itself is loaded with the first text.
 */
export class DocumentNumbers {
  readonly #readSettings: (uri?: vscode.Uri) => NumberSettings;
  #search: Promise<TextSearch> | undefined;
  #searched = new WeakMap<vscode.TextDocument, SearchedDocument>();

  constructor(readSettings: (uri?: vscode.Uri) => NumberSettings) {
    this.#readSettings = readSettings;
  }

  /**
   * Finds what can be dialled in a text. Long texts are looked through in short turns; what takes too long, or is too
   * much to show, is left out.
   *
   * @returns in the order of the text; none overlaps another
   */
  async find(text: string, search: DocumentSearch = {}): Promise<readonly Dialable[]> {
    const { languageId, uri, from, to, token } = search;
    const { region, languages } = this.#readSettings(uri);
    const wantsNumbers = languageId === undefined || languages.has(languageId) || languages.has('*');
    this.#search ??= import('./text-search.ts').then(({ TextSearch }) => new TextSearch());
    return (await this.#search).find(text, {
      region,
      kinds: wantsNumbers ? ['link', 'number'] : ['link'],
      from,
      to,
      isCancelled: () => token?.isCancellationRequested === true,
    });
  }

  /**
   * Finds what can be dialled in a whole document, once for all who ask about the same version of it. Nothing is found
   * in one that changed meanwhile: its places would be those of another text, and VS Code asks anew after a change.
   */
  findIn(document: vscode.TextDocument): Promise<readonly Dialable[]> {
    const { version, languageId, uri } = document;
    const searched = this.#searched.get(document);
    if (searched?.version === version && searched.languageId === languageId) return searched.found;
    const token: Cancellation = {
      get isCancellationRequested() {
        return document.version !== version || document.isClosed;
      },
    };
    const found = this.find(document.getText(), { languageId, uri, token }).then((all) =>
      token.isCancellationRequested ? [] : all,
    );
    this.#searched.set(document, { version, languageId, found });
    return found;
  }

  /**
   * Finds what can be dialled at a place in a document; the end of a number counts as in it.
   *
   * @param options - `anyLanguage`: numbers are looked for whatever the language of the document
   */
  async findAt(
    document: vscode.TextDocument,
    offset: number,
    options: { readonly anyLanguage?: boolean; readonly token?: Cancellation } = {},
  ): Promise<Dialable | undefined> {
    const found = await this.find(document.getText(), {
      languageId: options.anyLanguage === true ? undefined : document.languageId,
      uri: document.uri,
      from: Math.max(0, offset - 1),
      to: offset + 1,
      token: options.token,
    });
    return found.find(({ start, end }) => start <= offset && offset <= end);
  }

  /** Forgets what was found under other settings. */
  forget(): void {
    this.#searched = new WeakMap();
  }
}
