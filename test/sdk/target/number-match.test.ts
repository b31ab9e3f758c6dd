import assert from 'node:assert/strict';
import fc from 'fast-check';
import { canBeDialledAs, digitsOf, numberMatcher, sameNumber } from '../../../sdk/src/target/number-match.ts';

/** The notations of one German and one American number. */
const berlin = [
  '+49 30 1234567',
  '0049 30 1234567',
  '01149301234567',
  '030/1234567',
  '030 123-45-67',
  '(030) 1234567',
  '+49 (0)30 1234567',
  '+49(0)30/1234567',
  '49301234567',
  '＋49 30 1234567',
  '+49‑30‑1234567',
  '\u202A+49 30 1234567\u202C',
  'tel:+49-30-1234567',
  'tel:+49-(30)-1234567;phone-context=x',
  'sip:+49301234567@pbx.test;user=phone',
  'sip:%2B49301234567@pbx.test',
  'SIPS:0301234567@10.0.0.1:5061',
  '"Ada" <sip:+49301234567@pbx.test>;tag=1',
  '+49301234567,,12#',
  'callto://+49301234567',
];
const menloPark = [
  '+1 (415) 555-2671',
  '14155552671',
  '415-555-2671',
  '(415) 555.2671',
  '0014155552671',
  'tel:+1-415-555-2671',
];

describe('matching numbers', () => {
  for (const notations of [berlin, menloPark]) {
    for (const notation of notations) {
      it(`knows ${JSON.stringify(notation)} in every other notation`, () => {
        for (const other of notations) assert.ok(sameNumber(notation, other), other);
      });
    }
  }

  it('tells the numbers of two people apart in every notation', () => {
    for (const left of berlin)
      for (const right of menloPark) assert.ok(!sameNumber(left, right), `${left} ${right}`);
  });

  const same: readonly (readonly [string, string])[] = [
    ['+49 30 1234', '030/1234'],
    ['+39 06 1234567', '06 1234567'],
    ['101', 'sip:101@pbx.test'],
    ['*97', ' *97 '],
    ['#31#030123', 'tel:%2331%23030123'],
    ['sip:Alice@pbx.test', 'alice'],
    ['+44 20 7946 0018', '020 7946 0018'],
    ['+972-2-123-4567', '02-1234567'],
    ['٠٣٠١٢٣٤٥٦٧', '+49301234567'],
    ['+7 495 123-45-67', '8 (495) 123-45-67'],
    ['+7 (701) 123 45 67', '87011234567'],
    ['+375 29 123-45-67', '8 029 123-45-67'],
    ['+36 1 234 5678', '06 1 234 5678'],
    ['+36 30 123 4567', '06-30/123-4567'],
    ['0011 49 30 1234567', '+49 30 1234567'],
    ['8 10 49 30 1234567', '+49 30 1234567'],
    ['0 030 1234567', '030 1234567'],
    ['0 030 1234567', '+49 30 1234567'],
    ['0 0049 30 1234567', '+49 30 1234567'],
    ['+1 (415) 555-2671 ext. 12', '4155552671'],
    ['+1 415 555 2671 x12', 'tel:+1-415-555-2671;ext=12'],
    ['sip:101@pbx.test:5060', 'sip:101@PBX.test;transport=tcp'],
    ['sip:101@[2001:db8::1]:5060', '101@[2001:db8::1]'],
    ['sip:anonymous@anonymous.invalid', 'Anonymous'],
  ];
  for (const [left, right] of same) {
    it(`takes ${left} and ${right} for the same`, () => {
      assert.ok(sameNumber(left, right));
      assert.ok(sameNumber(right, left));
    });
  }

  const different: readonly (readonly [string, string, string])[] = [
    ['101', '5550101', 'an extension is not the end of a number'],
    ['101', '+49301234101', 'nor of an international one'],
    ['1234', '030/1234', 'nor of a national one'],
    ['101', '0101', 'a zero before an extension is a prefix or another extension'],
    ['072', '0072', 'nor is one before a short number with a zero of its own for an outside line'],
    ['+49301234567', '+43301234567', 'two countries'],
    ['+493012345678', '0301234567', 'one digit more'],
    ['+14155552671', '5552671', 'the area is missing'],
    ['+49 30 1234567', '+49 30 1234568', 'the last digit'],
    ['101', '101#', 'a service code'],
    ['+30 1234567', '030 1234567', 'Greece and Berlin'],
    ['+7 495 1234567', '+8 495 1234567', 'two countries with ten digits each'],
    ['8 495 123-45-67', '+7 495 123-45-68', 'the last digit behind a trunk 8'],
    ['415-555-2671 x12', '415-555-2671, ext 13', 'two extensions behind one number'],
    ['101x2', '101', 'a name with an x is no number'],
    ['8123', '+7123', 'an extension that begins with an 8'],
    ['069 12345678', '+36 30 12345678', 'Frankfurt and Hungary'],
    ['sip:anonymous@anonymous.invalid', '101', 'somebody who hides'],
    ['sip:101@pbx.test', 'sip:101@other.test', 'the same extension of two exchanges'],
    ['sip:alice@pbx.test', 'sip:alice@other.test', 'the same name at two hosts'],
    ['alice', 'bob', 'names'],
    ['', '', 'nobody'],
    ['', 'sip:@pbx.test', 'nobody at a host'],
    ['tel:', '+', 'nothing'],
  ];
  for (const [left, right, why] of different) {
    it(`tells ${JSON.stringify(left)} from ${JSON.stringify(right)}: ${why}`, () => {
      assert.ok(!sameNumber(left, right));
      assert.ok(!sameNumber(right, left));
    });
  }

  const digits = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...Array.from('0123456789')), minLength, maxLength });
  /** The same digits with what people put between them. */
  const written = (number: string): fc.Arbitrary<string> =>
    fc
      .array(fc.constantFrom('', '', ' ', '-', '.', '/', '\u00A0', '–'), {
        minLength: number.length,
        maxLength: number.length,
      })
      .map((gaps) => Array.from(number, (digit, index) => (gaps[index] ?? '') + digit).join(''));

  it('finds every number again, however it is separated', () => {
    fc.assert(
      fc.property(
        digits(1, 15).chain((number) =>
          fc.tuple(fc.constant(number), written(number), fc.constantFrom('', '+')),
        ),
        ([number, separated, plus]) => {
          assert.ok(sameNumber(plus + number, plus + separated));
          assert.ok(sameNumber(`tel:${plus}${number}`, `sip:${plus}${number}@pbx.test;user=phone`));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('never takes two different short numbers for the same', () => {
    fc.assert(
      fc.property(digits(1, 6), digits(1, 6), (left, right) => {
        assert.equal(sameNumber(left, right), left === right);
      }),
      { numRuns: 5000 },
    );
  });

  it('never finds an extension within a longer number', () => {
    const extensions = digits(1, 6).filter((number) => !number.startsWith('0'));
    fc.assert(
      fc.property(extensions, digits(1, 10), (extension, before) => {
        assert.ok(!sameNumber(extension, before + extension));
        assert.ok(!sameNumber(extension, `+${before}${extension}`));
      }),
      { numRuns: 5000 },
    );
  });

  it('answers the same whichever number comes first, and nothing makes it throw', () => {
    const text = fc.oneof(
      digits(0, 16),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...Array.from('0149+*#@;:<>%2B ()-.,aé\u202E')), maxLength: 24 }),
    );
    fc.assert(
      fc.property(text, text, (left, right) => {
        assert.equal(sameNumber(left, right), sameNumber(right, left));
      }),
      { numRuns: 5000 },
    );
  });

  it('reads a hostile text of 1 MB as quickly as it is long', () => {
    const matches = numberMatcher('101');
    for (const piece of ['<', '<1', '+1', '%', '%41', '(0)', '@', ' ', '\u202E', ';=', '1 ', '1x', ' x']) {
      assert.equal(matches(piece.repeat(1_000_000 / piece.length)), false);
    }
  });
});

describe('the number of a call and the one that was dialled', () => {
  it('end alike, whatever prefix or plan changed the beginning', () => {
    assert.ok(canBeDialledAs('101', 'sip:0101@pbx.test'));
    assert.ok(canBeDialledAs('+1 (415) 555-2671', '0004155552671'));
    assert.ok(canBeDialledAs('Alice', 'sip:alice@pbx.test'));
    assert.ok(!canBeDialledAs('101', '102'));
    assert.ok(!canBeDialledAs('', '101'));
  });
});

describe('the digits of a number', () => {
  it('are what it has without its notation, and nothing of a name', () => {
    assert.equal(digitsOf('+1 (415) 555-2671'), '14155552671');
    assert.equal(digitsOf('sip:alice@pbx.test'), '');
  });
});
