import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js/max';

import { findDialable } from '../../extension/src/numbers/find-dialable.ts';
import { KnownNumbers } from '../../extension/src/numbers/known-numbers.ts';
import type { ReferenceFile } from '../extension-rooms/numbers/reference.ts';
import { type Benchmark, type Finding, inTurns, milliseconds, ratio, timed } from './measurement.ts';
import { linesOnPage, referenceFiles as files, referencePages } from './support/number-pages.ts';

/** Texts that make careless rules go back and forth, at the length they are given. */
const hostileTexts: Readonly<Record<string, (length: number) => string>> = {
  'one digit': (length) => '1'.repeat(length),
  'single digits': (length) => '1 '.repeat(length / 2),
  'groups of digits': (length) => '030 1234567 '.repeat(length / 12),
  'brackets and pluses': (length) => '+(0)'.repeat(length / 4),
  'schemes without an address': (length) => 'tel:sip:'.repeat(length / 8),
  'links with brackets': (length) => 'tel:1)))))]('.repeat(length / 12),
  'columns on one line': (length) => `name;phone;mail\n${'4155550132;'.repeat(length / 11)}`,
  'lines without a word': (length) => '- 4155550132\n'.repeat(length / 13),
};

/** Finding numbers in what an editor shows, against asking libphonenumber-js about all of it. */
export const numberDetection: Benchmark = {
  name: 'number detection',
  async run() {
    return [await slowestPage(), await againstLibrary(), ...(await longTexts()), await growth()];
  },
};

async function slowestPage(): Promise<Finding> {
  const aim = 8;
  let slowest = 0;
  for (const { text, region, from, to } of referencePages()) {
    const { page } = await inTurns(7, {
      page: () => timed(() => findDialable(text, { region, from, to })),
    });
    slowest = Math.max(slowest, page);
  }
  return {
    subject: `numbers on the slowest page of ${linesOnPage} lines`,
    figure: milliseconds(slowest),
    aim: `≤ ${milliseconds(aim)}`,
    reached: slowest <= aim,
  };
}

/** An editor asks about the same text after every change, for its links, its hovers and its lenses. */
async function againstLibrary(): Promise<Finding> {
  const aim = 10;
  const knownNumbers = new KnownNumbers();
  const search = (known?: KnownNumbers) =>
    timed(async () => {
      for (const { text, region } of files) await findDialable(text, { region, knownNumbers: known });
    });
  // Enough rounds for the compiler to be through with all three.
  const times = await inTurns(100, {
    firstTime: () => search(),
    again: () => search(knownNumbers),
    library: () => timed(() => files.map((file) => numbersOfLibrary(file))),
  });
  const factor = times.library / times.again;
  const lost = await lostNumbers();
  return {
    subject: `numbers in the reference, ${lost} of libphonenumber-js’s lost`,
    figure: `${milliseconds(times.again)}, ${ratio(factor)} as fast`,
    against: `libphonenumber-js: ${milliseconds(times.library)}; the first time: ${milliseconds(times.firstTime)}, ${ratio(times.library / times.firstTime)} as fast`,
    aim: `≥ ${ratio(aim)}, none lost`,
    reached: factor >= aim && lost === 0,
  };
}

async function longTexts(): Promise<readonly Finding[]> {
  const aim = 8;
  const program = files.map(({ text }) => text).join('\n');
  const manyLines = program.repeat(Math.ceil(50_000 / program.split('\n').length));
  const oneLine = program.replaceAll('\n', ' ').repeat(Math.ceil(5_000_000 / program.length));
  const findings: Finding[] = [];
  for (const [name, text] of [
    ['a page amid 50,000 lines', manyLines],
    ['5,000 characters amid a line of 5 MB', oneLine],
  ] as const) {
    const from = Math.floor(text.length / 2);
    const { page } = await inTurns(21, {
      page: () => timed(() => findDialable(text, { region: 'US', from, to: from + 5_000 })),
    });
    findings.push({
      subject: `numbers on ${name}`,
      figure: milliseconds(page),
      aim: `≤ ${milliseconds(aim)}`,
      reached: page <= aim,
    });
  }
  return findings;
}

/** Four times the text may take four times as long, and a little more for memory. */
async function growth(): Promise<Finding> {
  const aim = 1.5;
  const length = 480_000;
  let worst = { name: '', factor: 0 };
  for (const [name, write] of Object.entries(hostileTexts)) {
    const [short, long] = [write(length), write(4 * length)];
    const times = await inTurns(7, {
      short: () => computed(() => findDialable(short, { region: 'US' })),
      long: () => computed(() => findDialable(long, { region: 'US' })),
    });
    const factor = times.long / times.short / 4;
    if (factor > worst.factor) worst = { name, factor };
  }
  return {
    subject: `growth with a hostile text, the worst being ${worst.name}`,
    figure: `${ratio(worst.factor)} as long for each character of a text four times as long`,
    aim: `≤ ${ratio(aim)}`,
    reached: worst.factor <= aim,
  };
}

/** Milliseconds that this process computed, whatever else the machine did meanwhile. */
async function computed(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function numbersOfLibrary({ text, region }: ReferenceFile) {
  return findPhoneNumbersInText(text, region as CountryCode);
}

async function lostNumbers(): Promise<number> {
  let lost = 0;
  for (const file of files) {
    const { found } = await findDialable(file.text, { region: file.region });
    const isFound = (start: number): boolean => found.some((dialable) => dialable.start === start);
    const numbers = new Map(file.numbers.map(({ start, text }) => [start, start + text.length]));
    lost += numbersOfLibrary(file).filter(
      ({ startsAt, endsAt }) => numbers.get(startsAt) === endsAt && !isFound(startsAt),
    ).length;
  }
  return lost;
}
