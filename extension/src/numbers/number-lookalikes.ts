/** A part of a text that may be a number, with what stands right before and behind it. */
export interface NumberCandidate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** How much of a text is looked at on either side. */
const nearby = 24;

/** One expression for several, which is many times faster than one after the other. */
function eitherOf(shapes: readonly RegExp[]): RegExp {
  return new RegExp(shapes.map(({ source }) => source).join('|'), 'u');
}

/** What has the shape of something else, whatever stands around it. */
const foreignShapes = eitherOf([
  // Dates and times, also with a time behind: 2024-01-15, 2024/1/15, 15.01.2024, 01/15/24.
  /^[([]?(?:19|20)\d\d(?<yearFirst>[-/.])(?:0?[1-9]|1[0-2])\k<yearFirst>(?:0?[1-9]|[12]\d|3[01])(?:\D|$)/u,
  /^[([]?(?:0?[1-9]|[12]\d|3[01])(?<yearLast>[-/.])(?:0?[1-9]|[12]\d|3[01])\k<yearLast>(?:19|20)?\d\d(?:[ )\]]|$)/u,
  /^\(?(?:19|20)\d\d ?[-–—/] ?(?:19|20)\d\d\)?$/u,
  // IP addresses, versions, sections and amounts: nothing but dots, and no area code in front.
  /^[1-9]\d{0,2}(?:\.\d{1,3}){3}(?:[/ ]|$)/u,
  /^[1-9]\d?(?:\.\d{1,3})+$/u,
  /^\d+\.\d+$/u,
  /^\d{1,3}(?:\.\d{1,5}){3}$/u,
  // Decimals with a sign: +48.8577.
  /^[+＋]\d{1,3}\.\d+$/u,
  // Books, articles and cards.
  /^97[89][- ]?\d/u,
  /^\d{4}(?:[- ]\d{4}){2,}/u,
  // A group of one digit at the end is a check digit: 0-306-40615-2, 80-2-2.
  /[-. ]\d$/u,
  // Groups of a table, of hexadecimal bytes, of lottery numbers.
  /^\(?\d{2}(?: \d{2}){5,}\)?$/u,
  // Pages and issues of a journal: 43-57 (1998).
  /^\d{1,5}-+\d{1,5} {0,4}\(\d{1,4}/u,
  // Nothing but one and the same digit.
  /^\D*(?<digit>\d)(?:\D*\k<digit>)+\D*$/u,
]);

/** What cannot stand right before a number. A letter of a script that has no blanks between its words can. */
const touchedBefore =
  /(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_@#$€£¥%°^~\\&./-]|\d[:'’])$/u;
const touchedBeforePlus = /(?:[\p{Script=Latin}\p{N}_\\/])$/u;
/** A currency with a blank. */
const currencyBefore = /(?:[$€£¥]|\b(?:EUR|USD|CHF|GBP|AUD|CAD|JPY|Rs|kr)\.?) ?$/u;
/** `:` between hexadecimal digits: a time, an address of a network card or of IPv6. */
const colonBefore = /(?:^|[^\p{L}\p{N}])[\da-f]{0,4}\d[\da-f]{0,3}:$|::$/iu;

/** What cannot begin right behind a number. */
const touchedBehind =
  /^(?:[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}_@$€£¥%°^\\]|[-./'’][\p{L}\p{N}]|:\d|#\p{L})/u;
const unitBehind =
  /^ ?(?:[€$£¥%°]|(?:EUR|USD|CHF|GBP|[kKMGT]i?[Bb]|bytes|ms|[µn]?s|k?Hz|MHz|GHz|[kcm]?m|mm|kg|g|px|pt|sq|rows|users|downloads|records|requests|items|lines|times|people)(?![\p{L}\p{N}]))/u;

/** Digits in groups, with cents behind the comma. */
const amount = /^[\d.' ]+$/u;
const centsBehind = /^,\d{1,2}(?!\d)/u;

/** Bytes, of which these have no letter. */
const pairs = /^\d\d(?: \d\d)+$/u;
const byteBefore = /(?:^|[^\p{L}\p{N}])[\da-f]{2} $/iu;
const byteBehind = /^ [\da-f]{2}(?![\p{L}\p{N}])/iu;

/** Extensions begin with letters: `555 0132x12`, `ext. 12`. */
const extensionBehind = /^ ?(?:x|ext)/iu;

/** An address on the web or a path. */
const address = /^(?:[\w+.-]*:\/\/|www\.|\\\\)/iu;

/** ASCII letters, digits and the underscore: most of what is no number stands right beside one of them. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f
  );
}

/** Whether a word goes on right before or behind a number: the cheapest look, and it decides about most. */
export function isPartOfWord(text: string, start: number, end: number): boolean {
  if (isWordCharacter(text.charCodeAt(start - 1))) return true;
  return isWordCharacter(text.charCodeAt(end)) && !/^(?:x|ext)/iu.test(text.slice(end, end + 3));
}

/**
 * Whether something is a date, a version, an amount, a part of a word or of an address: anything but a telephone
 * number, by its shape and by what touches it.
 *
 * @param isInternational - whether it has a plus and so can hardly be anything else
 */
export function isLookalike(
  text: string,
  { start, end, text: written }: NumberCandidate,
  isInternational: boolean,
): boolean {
  const behind = text.slice(end, end + nearby);
  const isExtended = extensionBehind.test(behind);
  if (foreignShapes.test(written)) return true;
  const before = text.slice(Math.max(0, start - nearby), start);
  if (touchedBehind.test(behind) && !isExtended) return true;
  if (isInternational) return touchedBeforePlus.test(before);
  return (
    touchedBefore.test(before) ||
    currencyBefore.test(before) ||
    (before.endsWith(':') && colonBefore.test(before)) ||
    unitBehind.test(behind) ||
    (pairs.test(written) && (byteBefore.test(before) || byteBehind.test(behind))) ||
    (behind.startsWith(',') && amount.test(written) && centsBehind.test(behind)) ||
    address.test(tokenBefore(text, start))
  );
}

/** What stands before a number without a blank, a quotation mark or a bracket in between. */
function tokenBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < 128 && !' \t\n\r"\'`<>()'.includes(text.charAt(start - 1))) start--;
  return text.slice(start, end);
}
