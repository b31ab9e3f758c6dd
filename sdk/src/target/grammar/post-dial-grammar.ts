import { quoted, refuse } from '../target-refused-error.ts';
import { DIGIT, isOf, KEY_SYMBOL } from './character-class.ts';
import type { TextCursor } from './text-cursor.ts';

/** What is sent after the answer. */
export interface PostDial {
  /** Keys `0`–`9`, `*`, `#`, `A`–`D`, in groups between commas; each comma is a pause of about a second. */
  readonly dtmf: string;
  /** Whether commas at the end were left out. */
  readonly pauseDropped: boolean;
}

const noPostDial: PostDial = { dtmf: '', pauseDropped: false };

/** `*( "," *key )`, with blanks wherever people put them. It is what MicroSIP takes behind a number (facts A.7). */
export function readPostDial(cursor: TextCursor): PostDial {
  if (!cursor.take(',')) return noPostDial;
  let keys = '';
  for (; !cursor.atEnd && cursor.here !== ';'; cursor.position++) {
    const { here } = cursor;
    if (isKey(here) || here === ',') keys += here.toUpperCase();
    else if (here !== ' ') refuseKey(cursor);
  }
  const dtmf = withoutTrailingCommas(keys);
  return { dtmf, pauseDropped: dtmf.length < keys.length || keys === '' };
}

function isKey(character: string): boolean {
  return isOf(character.charCodeAt(0), DIGIT | KEY_SYMBOL) || /^[A-D]$/iu.test(character);
}

function withoutTrailingCommas(keys: string): string {
  let end = keys.length;
  while (keys.charAt(end - 1) === ',') end--;
  return keys.slice(0, end);
}

function refuseKey({ text, character }: TextCursor): never {
  refuse(
    'dtmf',
    `${quoted(character)} behind the comma of ${quoted(text)} is no key of a telephone. What follows a comma is sent after the answer: write digits, “*”, “#”, “A” to “D”, and commas for pauses.`,
  );
}
