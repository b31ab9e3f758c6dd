import { checkTarget } from 'microsip-sdk';

/** What stands around a number or an address in prose and code, and does not belong to it. */
const before = /^[\s"'`<([{=,;]+/u;
const after = /[\s"'`>)\]}.,;:!?]+$/u;

/** A number as people write it, with blanks and the like between its digits. */
const written = /[+(]?\d[\d ().\-/\u00a0\u2011]*\d/gu;

/** A line may be megabytes long; no number and no address is. */
const reach = 256;

/**
 * What can be dialled at a place in a line: the number written there, else the word.
 *
 * @param column - in UTF-16 code units; the end of a number counts as in it
 */
export function numberAt(line: string, column: number): string | undefined {
  const start = Math.max(0, column - reach);
  return numberIn(line.slice(start, column + reach), column - start);
}

function numberIn(line: string, column: number): string | undefined {
  const isThere = ({ index, 0: text }: RegExpExecArray): boolean =>
    index <= column && column <= index + text.length;
  const word = [...line.matchAll(/\S+/gu)].find(isThere)?.[0].replace(before, '').replace(after, '');
  // In an address the digits are a part of it, not a number.
  if (word !== undefined && /^[a-z]+:|@/iu.test(word) && isDialable(word)) return word;
  const number = [...line.matchAll(written)].find(isThere)?.[0];
  return [number, word].find((text) => text !== undefined && isDialable(text));
}

function isDialable(text: string): boolean {
  return /\d|@/u.test(text) && checkTarget(text).ok;
}
