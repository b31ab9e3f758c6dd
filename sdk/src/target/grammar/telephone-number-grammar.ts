import { quoted, refuse } from '../target-refused-error.ts';
import type { UriParameter } from '../target.ts';
import { ALPHA, DIGIT, isOf, KEY_SYMBOL, SEPARATOR } from './character-class.ts';
import { readPostDial, type PostDial } from './post-dial-grammar.ts';
import { readParameters } from './sip-uri-grammar.ts';
import { TextCursor } from './text-cursor.ts';

/** A telephone number taken apart. */
export interface TelephoneNumber extends PostDial {
  /** `+` and digits, or digits, `*` and `#`; letters are turned into the digits of the keypad. */
  readonly number: string;
  readonly international: boolean;
  /** The letters that were turned into digits. */
  readonly letters: string;
  /** Whether a `(0)` was left out. */
  readonly trunkZeroDropped: boolean;
  /** An extension written as a word: `x5`, `ext. 5`. */
  readonly extension: string | undefined;
  readonly parameters: readonly UriParameter[];
  /** Whether a blank stands in front of a letter. */
  readonly blankBeforeLetters: boolean;
}

const none: readonly never[] = [];
const extensionWords: ReadonlySet<string> = new Set(['x', 'ext', 'extn', 'extension']);

/** Countries whose numbers keep the zero abroad, so that `(0)` is to be dialled: Italy, San Marino. */
const keepsTrunkZero = /^\+(?:39|378)/u;

/**
 * `telephone-subscriber` of RFC 3966, section 3, and what people write beyond it: blanks and slashes between the
 * digits, `(0)` behind a country code, letters of the keypad, an extension as a word, and commas.
 */
export function readTelephoneNumber(text: string): TelephoneNumber {
  const cursor = new TextCursor(text);
  while (cursor.here === '(' || cursor.here === ' ') cursor.position++;
  const international = cursor.take('+');
  let number = international ? '+' : '';
  let letters = '';
  let extension: string | undefined;
  let trunkZeroDropped = false;
  let blankBeforeLetters = false;

  while (extension === undefined) {
    const code = text.charCodeAt(cursor.position);
    if (isOf(code, DIGIT | KEY_SYMBOL)) {
      number += cursor.takeWhile(DIGIT | KEY_SYMBOL);
    } else if (isOf(code, SEPARATOR)) {
      if (number === '' || number === '+') refuseSyntax(cursor);
      if (international && !keepsTrunkZero.test(number) && text.startsWith('(0)', cursor.position)) {
        trunkZeroDropped = true;
        cursor.position += '(0)'.length;
      } else cursor.position++;
    } else if (isOf(code, ALPHA)) {
      if (number === '' || number === '+') refuseSyntax(cursor);
      extension = readExtensionWord(cursor);
      if (extension !== undefined) break;
      blankBeforeLetters ||= text.charAt(cursor.position - 1) === ' ';
      const word = cursor.takeWhile(ALPHA);
      letters += word;
      number += keypadDigits(word);
    } else break;
  }

  if (number === '' || number === '+') refuseSyntax(cursor);
  const postDial = readPostDial(cursor);
  const parameters = cursor.here === ';' ? readParameters(cursor) : none;
  if (!cursor.atEnd) refuseSyntax(cursor);
  return {
    number,
    international,
    letters,
    trunkZeroDropped,
    extension,
    dtmf: postDial.dtmf,
    pauseDropped: postDial.pauseDropped,
    parameters,
    blankBeforeLetters,
  };
}

/** `x5`, `ext. 5`, `extension: 5`; nothing is read if no digits follow the word. */
function readExtensionWord(cursor: TextCursor): string | undefined {
  const start = cursor.position;
  if (extensionWords.has(cursor.takeWhile(ALPHA).toLowerCase())) {
    while (cursor.take('.') || cursor.take(':') || cursor.take(' '));
    const digits = cursor.takeWhile(DIGIT);
    cursor.takeWhile(SEPARATOR);
    if (digits !== '') return digits;
  }
  cursor.position = start;
  return undefined;
}

/** The digits under the letters of a telephone's keypad (ITU-T E.161). */
export function keypadDigits(letters: string): string {
  let digits = '';
  for (const letter of letters.toUpperCase())
    digits += '22233344455566677778889999'.charAt(letter.charCodeAt(0) - 65);
  return digits;
}

function refuseSyntax(cursor: TextCursor): never {
  const { text, character } = cursor;
  switch (character) {
    case '':
      return refuse(
        'syntax',
        `${quoted(text)} has no digits. Write a number such as “+14155552671” or “101”.`,
      );
    case ',':
      return refuse(
        'comma',
        `${quoted(text)} begins with a comma. What follows a comma is sent after the answer: write the number to dial in front of it.`,
      );
    case ':':
      return refuse(
        'bare-host',
        `${quoted(text)} looks like a host with a port. MicroSIP calls users: write “sip:user@host:5060”.`,
      );
    case '?':
      return refuse(
        'header',
        `Headers need a host: MicroSIP would dial the “?” of ${quoted(text)} as part of the number. Write “sip:user@host?Name=value”.`,
      );
    case '@':
      return refuse(
        'scheme',
        `${quoted(text)} is an address, not a telephone number. Write it with “sip:” in front.`,
      );
    case '-':
      return refuse(
        'command',
        `${quoted(text)} begins with “-”. MicroSIP has no such options: it would dial the text. Write the number without it.`,
      );
    default:
      return refuse(
        isOf(character.charCodeAt(0), ALPHA) ? 'letters' : 'character',
        `${quoted(character)} cannot stand here in the telephone number ${quoted(text)}. Write digits, “*”, “#”, and “+” in front of a country code.`,
      );
  }
}
