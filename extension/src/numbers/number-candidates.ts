import type { ColumnTitles } from './column-titles.ts';
import { hintBefore, hintBehind, hintOfTitle, type Hint } from './nearby-words.ts';
import { isLookalike, isPartOfWord, type NumberCandidate } from './number-lookalikes.ts';
import type { NumberRun } from './number-runs.ts';

/** A candidate that a look at the telephone numbers of the world has to decide about. */
export interface PossibleNumber extends NumberCandidate {
  /** Whether it counts only when it is written just as numbers of its region are. */
  readonly needsUsualFormat: boolean;
}

/** With a country code and a trunk prefix for abroad (ITU-T E.164 allows 15). */
const mostDigits = 18;
const fewestDigits = 6;

/** Where a run may be two numbers, the likelier places first. */
const seams: readonly RegExp[] = [/ {2,}/u, / [-–—/~] | ?\/ ?/u];

/** Numbers with nothing but blanks between them, in so many groups at most, are told apart in so many ways at most. */
const mostGroups = 16;
const mostTilings = 24;

/**
 * The numbers of a run. It is read as one number first; where that is none, it is cut where two numbers may meet, and
 * at last it is told apart into numbers with nothing but blanks between them.
 *
 * @param read - the number that a candidate is, if it is one
 */
export function readRun<Found>(
  text: string,
  run: NumberRun,
  titles: ColumnTitles | undefined,
  read: (candidate: PossibleNumber) => Found | undefined,
): readonly Found[] {
  const whole = trimmed(text, run.start, run.end);
  const candidate = possible(text, whole, titles);
  const number = candidate === undefined ? undefined : read(candidate);
  if (number !== undefined) return [number];
  if (!/[ /~–—]/u.test(whole.text)) return [];
  for (const seam of seams) {
    if (!seam.test(whole.text)) continue;
    const parts = cut(text, whole, seam);
    const numbers = parts.length > 1 ? parts.flatMap((part) => readRun(text, part, titles, read)) : [];
    if (numbers.length > 0) return numbers;
  }
  if (digitCount(whole.text) < 2 * fewestDigits) return [];
  for (const tiling of tilings(text, cut(text, whole, / /u), titles)) {
    const numbers = tiling.flatMap((tile) => read(tile) ?? []);
    if (numbers.length === tiling.length) return numbers;
  }
  return [];
}

function possible(
  text: string,
  candidate: NumberCandidate,
  titles: ColumnTitles | undefined,
): PossibleNumber | undefined {
  const evidence = evidenceFor(text, candidate, titles);
  return evidence === 'none' ? undefined : { ...candidate, needsUsualFormat: evidence === 'format' };
}

/** All groups as numbers one behind the other, each of which is written as only numbers are. */
function tilings(
  text: string,
  groups: readonly NumberCandidate[],
  titles: ColumnTitles | undefined,
): readonly (readonly PossibleNumber[])[] {
  const found: (readonly PossibleNumber[])[] = [];
  if (groups.length > mostGroups) return found;
  const tile = (first: number, before: readonly PossibleNumber[]): void => {
    const start = groups[first]?.start;
    if (start === undefined) {
      if (before.length > 1) found.push(before);
      return;
    }
    for (let last = groups.length - 1; last >= first && found.length < mostTilings; last--) {
      const end = groups[last]?.end ?? start;
      const piece = { start, end, text: text.slice(start, end) };
      const isShaped = isInternational(piece.text) || isTelling(piece.text);
      const next = isShaped ? possible(text, piece, titles) : undefined;
      if (next !== undefined) tile(last + 1, [...before, next]);
    }
  };
  tile(0, []);
  return found;
}

/** A bracket that is only opened or only closed belongs to the text around. */
function trimmed(text: string, start: number, end: number): NumberCandidate {
  const written = text.slice(start, end);
  if (!/[()[\]（）［］]/u.test(written)) return { start, end, text: written };
  const lead = /^[([（［]*/u.exec(written)?.[0] ?? '';
  const closing = written.replaceAll(/[^)\]）］]/gu, '').length;
  const opening = written.replaceAll(/[^([（［]/gu, '').length;
  const foreign = Math.min(lead.length, Math.max(0, opening - closing));
  return { start: start + foreign, end, text: written.slice(foreign) };
}

function cut(
  text: string,
  { start, text: written }: NumberCandidate,
  seam: RegExp,
): readonly NumberCandidate[] {
  const pieces: NumberCandidate[] = [];
  let offset = 0;
  for (const piece of written.split(seam)) {
    const place = written.indexOf(piece, offset);
    offset = place + piece.length;
    const body = piece.replace(/^[^\p{N}+＋([（［]+|[^\p{N}]+$/gu, '');
    if (body !== '') {
      const from = start + written.indexOf(body, place);
      pieces.push(trimmed(text, from, from + body.length));
    }
  }
  return pieces;
}

/** North America, with its brackets, hyphens or dots: `(415) 555-2671`, `1-800-555-0100`, `415.555.2671`. */
const northAmerican =
  /^(?:1[-. ]?)?(?:\(\d{3}\)[-. ]?\d{3}[-. ]\d{4}|\d{3}(?<separator>[-. ])\d{3}\k<separator>\d{4})$/u;
/** A trunk zero, and groups behind it: `030 123456`, `(0171) 12 34 56`, `01.42.68.53.00`. */
const trunkZero = /^\(?0[1-9]\d{0,4}(?:\)[ ]?| ?[-/.] ?| )\d{2,8}(?:[-/. ]\d{2,8}){0,4}$/u;
/** An area code in brackets: `(11) 98765-4321`. */
const bracketedArea = /^\(\d{2,5}\) ?\d{2,5}(?:[- ]?\d{2,5}){1,2}$/u;
/** Dialled from abroad, and grouped: `0049 30 123456`. */
const groupedAbroad = /^(?:00|011 )[1-9]\d{0,3}[-/ (]/u;

/** Bytes, postal codes of the United States, standards with their year: they too can begin with a zero. */
const zeroOfAnotherKind = /^(?:\d\d(?: \d\d)+|\d{4}(?: \d{4})+|\d{5}-\d{4}|\d{4}-(?:19|20)\d\d)$/u;

function isTelling(written: string): boolean {
  return (
    (northAmerican.test(written) ||
      trunkZero.test(written) ||
      bracketedArea.test(written) ||
      groupedAbroad.test(written)) &&
    !zeroOfAnotherKind.test(written)
  );
}

function isInternational(written: string): boolean {
  return /^.?[+＋]/u.test(written);
}

/** Groups of three digits are also how amounts are written, and a single hyphen stands in any kind of key. */
const ambiguousGroups = /^(?:\d{1,3}(?:[ .,]\d{3})+|\d+-\d+|\d+)$/u;

/**
 * What speaks for a number: enough, so little that it must be written in the usual way too, or nothing. A plus, a
 * way of writing that only numbers have, and words nearby speak for it; digits alone never do.
 */
function evidenceFor(
  text: string,
  candidate: NumberCandidate,
  titles: ColumnTitles | undefined,
): 'enough' | 'format' | 'none' {
  const { text: written, start, end } = candidate;
  const digits = digitCount(written);
  if (digits < fewestDigits || digits > mostDigits) return 'none';
  if (isPartOfWord(text, start, end)) return 'none';
  if (isInternational(written)) return isLookalike(text, candidate, true) ? 'none' : 'enough';
  // Most of what is nothing but digits is a key of some kind: that is seen sooner by the words than by the shape.
  const isBare = digits === written.length;
  if (isBare && hintFor(text, start, end, 4, titles) !== 'telephone') return 'none';
  if (isLookalike(text, candidate, false)) return 'none';
  if (isBare) return 'enough';
  const telling = isTelling(written);
  const hint = hintFor(text, start, end, telling ? 2 : 4, titles);
  if (hint === 'other') return 'none';
  if (telling || hint === 'telephone') return 'enough';
  return ambiguousGroups.test(written) ? 'none' : 'format';
}

function digitCount(text: string): number {
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if ((code >= 0x30 && code <= 0x39) || (code > 0x7f && /\p{Nd}/u.test(text.charAt(index)))) digits++;
  }
  return digits;
}

function hintFor(
  text: string,
  start: number,
  end: number,
  reach: number,
  titles: ColumnTitles | undefined,
): Hint {
  const behind = hintBehind(text, end);
  if (behind !== 'none') return behind;
  const title = titles?.at(text, start);
  const ofColumn = title === undefined ? 'none' : hintOfTitle(title);
  return ofColumn === 'none' ? hintBefore(text, start, reach) : ofColumn;
}
