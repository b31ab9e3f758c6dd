import assert from 'node:assert/strict';

import { findPhoneNumbersInText, type CountryCode } from 'libphonenumber-js/max';

import { findDialable } from '../../../extension/src/numbers/find-dialable.ts';
import { findNumberRuns } from '../../../extension/src/numbers/number-runs.ts';
import { readReference, type Mark, type ReferenceFile, type ReferencePart } from './reference.ts';

const parts: readonly ReferencePart[] = ['tuned', 'held-out'];
const reference = new Map(parts.map((part) => [part, readReference(part)]));
const everything = [...reference.values()].flat();

const aim = 0.97;

interface Account {
  readonly precision: number;
  readonly recall: number;
  readonly wrong: readonly string[];
}

/** What counts is the exact place: a number that is cut short is wrong, and missed too. */
async function accountOf(files: readonly ReferenceFile[]): Promise<Account> {
  const wrong: string[] = [];
  let right = 0;
  let missed = 0;
  for (const { name, text, region, numbers } of files) {
    const { found } = await findDialable(text, { region });
    const expected = new Set(numbers.map(placed));
    const actual = new Set(found.map(placed));
    const tooMuch = [...actual].filter((place) => !expected.has(place));
    const lost = [...expected].filter((place) => !actual.has(place));
    right += actual.size - tooMuch.length;
    missed += lost.length;
    wrong.push(
      ...tooMuch.map((place) => `${name}: no number: ${place}`),
      ...lost.map((place) => `${name}: missed: ${place}`),
    );
  }
  const tooMany = wrong.length - missed;
  return { precision: right / (right + tooMany), recall: right / (right + missed), wrong };
}

function placed({ start, text }: Mark): string {
  return `${start} ${text}`;
}

/** What libphonenumber-js finds by itself. */
function alone({ text, region }: ReferenceFile): readonly Mark[] {
  return findPhoneNumbersInText(text, region as CountryCode).map(({ startsAt, endsAt }) => ({
    start: startsAt,
    text: text.slice(startsAt, endsAt),
  }));
}

const accounts = new Map<ReferencePart, Account>();
for (const [part, files] of reference) accounts.set(part, await accountOf(files));

describe('finding numbers in the files of the reference', () => {
  it('has enough to go by', () => {
    const count = (of: (file: ReferenceFile) => readonly Mark[]): number =>
      everything.reduce((sum, file) => sum + of(file).length, 0);
    assert.ok(everything.length >= 40, `${everything.length} files`);
    assert.ok(count(({ numbers }) => numbers) >= 600, 'numbers');
    assert.ok(count(({ lookalikes }) => lookalikes) >= 1500, 'lookalikes');
  });

  for (const [part, { precision, recall, wrong }] of accounts) {
    it(`has a precision of ${precision.toFixed(3)} and a recall of ${recall.toFixed(3)} (${part})`, () => {
      assert.ok(precision >= aim && recall >= aim, wrong.join('\n'));
    });
  }

  it('loses no number that libphonenumber-js finds by itself', async () => {
    let looked = 0;
    for (const file of everything) {
      const numbers = new Set(file.numbers.map(placed));
      const found = new Set((await findDialable(file.text, { region: file.region })).found.map(placed));
      const known = alone(file)
        .map(placed)
        .filter((place) => numbers.has(place));
      looked += known.length;
      assert.deepEqual(
        known.filter((place) => !found.has(place)),
        [],
        file.name,
      );
    }
    assert.ok(looked > 400, `${looked}`);
  });

  it('looks at every place, right or wrong, where libphonenumber-js finds something of six digits', () => {
    for (const file of everything) {
      const { runs } = findNumberRuns(file.text, 0, file.text.length, () => false);
      const lost = alone(file).filter(({ start, text }) => {
        const number = withoutExtension(text);
        const isLong = number.replaceAll(/\D/gu, '').length >= 6;
        return (
          isLong &&
          !runs.some((run) => run.start <= start + number.search(/\d/u) && run.end >= start + number.length)
        );
      });
      assert.deepEqual(lost, [], file.name);
    }
  });
});

/** libphonenumber-js takes digits behind a comma for an extension: in a table, those of the next column. */
function withoutExtension(text: string): string {
  return text.replace(/ ?(?:[,;#]|e?xt?).*$/iu, '');
}
