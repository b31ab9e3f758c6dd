import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import * as vscode from 'vscode';

import { linkTitle } from '../dialling/link-title.ts';
import { readNumberSettings } from '../number-settings.ts';
import type { Dialable, DialableKind } from '../numbers/dialable.ts';
import { findDialableNow } from '../numbers/find-dialable.ts';
import { KnownNumbers } from '../numbers/known-numbers.ts';
import { loadPhoneNumberLibrary } from '../numbers/phone-number-library.ts';
import { dialUri } from '../uri-handler/dial-uri.ts';
import { linkAddresses, linkNumbers, type PhoneLinkOptions } from './phone-links.ts';

/** Every other extension waits while a preview is made, and it is made anew while the user types. */
const longestRuleMs = 100;

/** The rules of the Markdown preview, as this window's editor and its settings have them. */
export class PreviewRules {
  readonly #extensionId: string;
  readonly #refresh: () => void;
  readonly #knownNumbers = new KnownNumbers();
  #hasAskedForLibrary = false;

  /** @param refresh - has previews made once more, as more can be found now */
  constructor(extensionId: string, refresh: () => void) {
    this.#extensionId = extensionId;
    this.#refresh = refresh;
  }

  linkAddresses(state: StateCore): void {
    linkAddresses(state, this.#options());
  }

  linkNumbers(state: StateCore): void {
    const { languages } = readNumberSettings();
    if (languages.has('markdown') || languages.has('*')) linkNumbers(state, this.#options());
  }

  #options(): PhoneLinkOptions {
    const until = performance.now() + longestRuleMs;
    const isTimeUp = (): boolean => performance.now() > until;
    const { region } = readNumberSettings();
    return {
      find: (text, kinds) => (isTimeUp() ? [] : this.#find(text, { kinds, region, isTimeUp })),
      href: (text) => dialUri(vscode.env.uriScheme, this.#extensionId, text),
      title: (check) => linkTitle(check, vscode.l10n),
    };
  }

  #find(
    text: string,
    options: {
      readonly kinds: readonly DialableKind[];
      readonly region: string | undefined;
      readonly isTimeUp: () => boolean;
    },
  ): readonly Dialable[] {
    const search = findDialableNow(text, { ...options, knownNumbers: this.#knownNumbers });
    if (search === undefined) this.#loadLibrary();
    return search?.found ?? [];
  }

  #loadLibrary(): void {
    if (this.#hasAskedForLibrary) return;
    this.#hasAskedForLibrary = true;
    void loadPhoneNumberLibrary().then(this.#refresh);
  }
}
