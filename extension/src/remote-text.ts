import type { CallState } from 'microsip-sdk';

/** Longer than any number, short enough for the status bar. In characters. */
const shortEnough = 32;

/** A letter of a script that is written from right to left. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/** Text in which each character is one, which most numbers and names are. */
const plain = /^[ -~]*$/u;

/** What a reader takes for one character, such as a letter with its accents. Takes longer to make than the extension to start. */
let characters: Intl.Segmenter | undefined;

/** More code points than any one character needs; a stack of accents would cover other lines. */
const mostOfCharacter = 10;

/** A name may be as long as a SIP message. */
const mostLookedAt = 1024;

/**
 * Text from a far end, for the status bar, lists and notifications: on one line, cut to length, and without what VS Code
 * or a terminal would take for an icon (`$(…)`), a link (`[…](…)`), a control or a change of the writing direction; and
 * without what cannot be seen, lest a caller have no name at all.
 *
 * @param longest - in characters; where there is room, such as in a hover, it may be more
 */
export function remoteText(text: string, longest = shortEnough): string {
  const harmless = text
    .slice(0, mostLookedAt)
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll('$(', '$ (')
    .replaceAll('](', '] (')
    .trim();
  const shown = plain.test(harmless) ? Array.from(harmless) : charactersOf(harmless);
  const cut = shown.length > longest ? `${shown.slice(0, longest - 1).join('')}…` : shown.join('');
  // Isolated, lest it turn around what stands beside it.
  return rightToLeft.test(cut) ? `\u2068${cut}\u2069` : cut;
}

function charactersOf(text: string): string[] {
  characters ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(characters.segment(text), ({ segment }) =>
    Array.from(segment).slice(0, mostOfCharacter).join(''),
  );
}

/** What is known of the other side of a call; remote text. */
export type FarEnd = Pick<CallState, 'name' | 'number' | 'uri'>;

/** The other side of a call, by its number first: a name is what the caller likes to be called. `undefined`: nothing is known. */
export function farEndOf({ number, name, uri }: FarEnd): string | undefined {
  return [number, name, uri].map((text) => remoteText(text ?? '')).find((text) => text !== '');
}
