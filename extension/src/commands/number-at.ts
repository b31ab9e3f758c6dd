import { checkTarget } from 'microsip-sdk/target';

import { isLookalike, isPartOfWord } from '../numbers/number-lookalikes.ts';

/** What stands around an address in prose and code, and does not belong to it. */
const before = /^[\s"'`<([{=,;]+/u;
const after = /[\s"'`>)\]}.,;:!?]+$/u;

/** A number in groups, as people write it. Mere blanks part extensions from each other too. */
const grouped = /[+(]?\d[\d ().\-/\u00a0\u2011]*\d/gu;
const isOneNumber = /^[+(0]|[().\-/]/u;

/** An extension or a service code, alone between blanks and punctuation: `101`, `*97#`. */
const keys = /(?<![\p{L}\p{N}_@.*#+-]|\d:)[+*#]{0,2}\d[\d*#]*(?![\p{L}\p{N}_@]|[.-][\p{L}\p{N}]|:\d)/gu;

/** A line may be megabytes long; no number and no address is. */
const reach = 256;

/**
 * What can be dialled at a place in a line, where nothing is found that a numbering plan knows: an address without a
 * scheme, a number as it is written elsewhere, an extension, a service code. No date, version or amount.
 *
 * @param column - in UTF-16 code units; the end of a number counts as in it
 */
export function numberAt(line: string, column: number): string | undefined {
  const start = Math.max(0, column - reach);
  const nearby = line.slice(start, column + reach);
  const isThere = ({ index, 0: text }: RegExpExecArray): boolean =>
    index <= column - start && column - start <= index + text.length;
  return [addressAmong, groupedAmong, keysAmong]
    .map((read) => read(nearby, isThere))
    .find((text) => text !== undefined && checkTarget(text).ok);
}

type IsThere = (match: RegExpExecArray) => boolean;

function addressAmong(line: string, isThere: IsThere): string | undefined {
  const word = [...line.matchAll(/\S+/gu)].find(isThere)?.[0].replace(before, '').replace(after, '');
  return word !== undefined && /^[a-z]+:|@/iu.test(word) ? word : undefined;
}

function groupedAmong(line: string, isThere: IsThere): string | undefined {
  const match = [...line.matchAll(grouped)].find(isThere);
  if (match === undefined) return undefined;
  const { 0: text, index: start } = match;
  const end = start + text.length;
  if (/^\d+$/u.test(text) || !isOneNumber.test(text) || isPartOfWord(line, start, end)) return undefined;
  return isLookalike(line, { start, end, text }, text.startsWith('+')) ? undefined : text;
}

function keysAmong(line: string, isThere: IsThere): string | undefined {
  return [...line.matchAll(keys)].find(isThere)?.[0];
}
