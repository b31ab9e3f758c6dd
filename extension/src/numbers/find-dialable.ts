import { columnTitlesOf } from './column-titles.ts';
import { findDialableLinks } from './dialable-link.ts';
import type { Dialable, DialableKind } from './dialable.ts';
import { KnownNumbers, type KnownNumber } from './known-numbers.ts';
import { readRun, type PossibleNumber } from './number-candidates.ts';
import { findNumberRuns } from './number-runs.ts';
import {
  loadedPhoneNumberLibrary,
  loadPhoneNumberLibrary,
  type PhoneNumberLibrary,
} from './phone-number-library.ts';

/** What is looked for, and where. */
export interface DialableOptions {
  /** Whose numbers are written without a country code; without it, only international numbers are found. */
  readonly region?: string | undefined;
  /** Default: all. */
  readonly kinds?: readonly DialableKind[] | undefined;
  /** Where the part begins that is looked at, such as the visible one. Default: the beginning of the text. */
  readonly from?: number | undefined;
  /** Where it ends. Default: the end of the text. */
  readonly to?: number | undefined;
  /** What earlier searches learned; hand in the same to all searches that go over the same documents. */
  readonly knownNumbers?: KnownNumbers | undefined;
  /** Whether enough time was spent. Asked now and then; the search ends with what it has. */
  readonly isTimeUp?: (() => boolean) | undefined;
}

/** What was found. */
export interface DialableSearch {
  /** In the order of the text; none overlaps another. */
  readonly found: readonly Dialable[];
  /** Where a search goes on that ran out of time; otherwise the end of the part. */
  readonly searchedTo: number;
}

/** A number, a link and the words before it may begin before the part that is looked at. */
const margin = 512;

/** A scheme or a plus begins before what it is found by. */
const longestLead = 'callto'.length;

/** Links are looked for in stretches, with a look at the time between them; the first goes beyond the margin. */
const stretch = 1024;

/**
 * Finds what can be dialled in a text, or in a part of it: links with `tel:`, `sip:`, `sips:` and `callto:`, and
 * telephone numbers. Dates, versions, amounts, keys and the like are told from numbers by their shape, by what touches
 * them and by the words before them; what is left is held against the numbering plans of the world.
 *
 * What it costs grows with the part, not with the text, whatever the text holds.
 *
 * @example
 * ```ts
 * const { found } = await findDialable(document.getText(), { region: 'DE', from, to });
 * ```
 */
export async function findDialable(text: string, options: DialableOptions = {}): Promise<DialableSearch> {
  const found = findDialableNow(text, options);
  if (found !== undefined) return found;
  return search(text, options, await loadPhoneNumberLibrary());
}

/**
 * As {@link findDialable}, for whoever cannot wait: `undefined` when there is something to decide about, and
 * libphonenumber-js was not loaded yet.
 */
export function findDialableNow(text: string, options: DialableOptions = {}): DialableSearch | undefined {
  return search(text, options, loadedPhoneNumberLibrary());
}

function search(text: string, options: DialableOptions, library: PhoneNumberLibrary): DialableSearch;
function search(
  text: string,
  options: DialableOptions,
  library: PhoneNumberLibrary | undefined,
): DialableSearch | undefined;
function search(
  text: string,
  options: DialableOptions,
  library: PhoneNumberLibrary | undefined,
): DialableSearch | undefined {
  const { kinds = ['link', 'number'], knownNumbers = new KnownNumbers(), isTimeUp = () => false } = options;
  const to = Math.min(options.to ?? text.length, text.length);
  const from = Math.min(Math.max(options.from ?? 0, 0), to);
  const start = Math.max(0, from - margin);

  // Links are always looked for: the number inside one is not a second thing to dial.
  const links = searchLinks(text, start, Math.min(to + longestLead, text.length), isTimeUp);
  const numbers = kinds.includes('number')
    ? searchNumbers(text, from, links, { region: options.region, knownNumbers, library, isTimeUp })
    : { found: [], searchedTo: links.searchedTo };
  if (numbers === undefined) return undefined;

  const searchedTo = Math.min(numbers.searchedTo, to);
  const found = [...(kinds.includes('link') ? links.found : []), ...numbers.found]
    .filter((dialable) => dialable.end > from && dialable.start < searchedTo)
    .sort((left, right) => left.start - right.start);
  return { found, searchedTo: Math.max(from, searchedTo) };
}

function searchLinks(text: string, from: number, to: number, isTimeUp: () => boolean): DialableSearch {
  const found: Dialable[] = [];
  for (let index = from; index < to; index += stretch) {
    if (index > from && isTimeUp()) return { found, searchedTo: index };
    found.push(
      ...findDialableLinks(text, Math.max(index, found.at(-1)?.end ?? 0), Math.min(index + stretch, to)),
    );
  }
  return { found, searchedTo: to };
}

interface NumberSearchOptions {
  readonly region: string | undefined;
  readonly knownNumbers: KnownNumbers;
  readonly library: PhoneNumberLibrary | undefined;
  readonly isTimeUp: () => boolean;
}

/** `undefined`: there is something to decide about, and no library to do so. */
function searchNumbers(
  text: string,
  from: number,
  { found: links, searchedTo: to }: DialableSearch,
  { region, knownNumbers, library, isTimeUp }: NumberSearchOptions,
): DialableSearch | undefined {
  const { runs, searchedTo } = findNumberRuns(text, Math.max(0, from - margin), to, isTimeUp);
  const titles = runs.length > 0 ? columnTitlesOf(text) : undefined;
  const found: Dialable[] = [];
  let link = 0;
  for (const run of runs) {
    if (run.end <= from) continue;
    // One of them can take a millisecond.
    if (run.start > from && isTimeUp()) return { found, searchedTo: run.start };
    while ((links[link]?.end ?? Infinity) <= run.start) link++;
    if ((links[link]?.start ?? Infinity) < run.end) continue;
    if (library === undefined) {
      if (readRun(text, run, titles, (candidate) => candidate).length > 0) return undefined;
      continue;
    }
    const read = (candidate: PossibleNumber): Dialable | undefined =>
      dialableOf(candidate, knownNumbers.read(candidate.text, region, library));
    found.push(...readRun(text, run, titles, read));
  }
  return { found, searchedTo };
}

function dialableOf(
  { start, end, text, needsUsualFormat }: PossibleNumber,
  number: KnownNumber | undefined,
): Dialable | undefined {
  if (number?.check.ok !== true) return undefined;
  if (needsUsualFormat && !isSameGrouping(text, number.national)) return undefined;
  return {
    kind: 'number',
    start,
    end,
    text,
    check: number.check,
    region: number.region,
    get international() {
      return number.international;
    },
  };
}

function isSameGrouping(written: string, usual: string): boolean {
  const groups = (text: string): string => text.replaceAll(/\P{Nd}+/gu, ' ').trim();
  return groups(written) === groups(usual);
}
