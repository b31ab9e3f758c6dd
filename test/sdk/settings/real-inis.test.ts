import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';

import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { IniDocument } from '../../../sdk/src/settings/ini-document.ts';
import { decodeIni, encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';
import { foldName, linesOf } from '../../../sdk/src/settings/ini-line.ts';
import { profileValue } from '../../../sdk/src/settings/profile-value.ts';
import { listSettings } from '../../../sdk/src/settings/values/typed-settings.ts';
import { simulatedPhone } from '../../support/sdk/simulated-phone.ts';

/** What the simulated phone of each version left in its ini after some calls. */
const inis = new Map<string, Buffer>();

const roundTrip = (bytes: Uint8Array): Uint8Array => {
  const decoded = decodeIni(bytes);
  return encodeIni({ ...decoded, text: IniDocument.parse(decoded.text).toString() });
};

/** What happens to files: bytes lost, doubled and changed, line ends of others, notes by hand, everything twice. */
const mutation = fc.oneof(
  fc.record({
    kind: fc.constantFrom('remove', 'double', 'reverse'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
  }),
  fc.record({
    kind: fc.constant('insert'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 9 }),
      fc
        .constantFrom(
          '\n',
          '\r',
          '\r\n\r\n',
          '\0',
          '\u001a',
          '[',
          ']',
          '=',
          ';',
          '"',
          '[Settings]\n',
          '\ud800',
          'ä',
          '\u2028',
        )
        .map((text) => new Uint8Array(Buffer.from(text, 'utf16le'))),
    ),
  }),
);

type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutated(bytes: Buffer, change: Mutation): Buffer {
  const start = Math.floor(change.at * bytes.length);
  if ('bytes' in change)
    return Buffer.concat([bytes.subarray(0, start), change.bytes, bytes.subarray(start)]);
  const part = bytes.subarray(start, start + change.length);
  const instead = {
    remove: Buffer.alloc(0),
    double: Buffer.concat([part, part]),
    reverse: Buffer.from(part).reverse(),
  }[change.kind];
  return Buffer.concat([bytes.subarray(0, start), instead, bytes.subarray(start + change.length)]);
}

/** How many lines the beginnings and the ends of two files have in common. */
function alikeAtBothEnds(left: readonly string[], right: readonly string[]): number {
  const shorter = Math.min(left.length, right.length);
  let first = 0;
  while (first < shorter && left[first] === right[first]) first++;
  let last = 0;
  while (last < shorter - first && left.at(-1 - last) === right.at(-1 - last)) last++;
  return first + last;
}

describe('the inis that phones leave behind', function () {
  this.timeout(120_000);

  before(async () => {
    for (const version of verifiedVersions) {
      await using test = await simulatedPhone(
        { version },
        { cmdCallEnd: '"C:\\My Tools\\ev.exe" end', mine: 'kept' },
      );
      await test.phone.dial('101');
      const events = test.simulator.follow();
      await events.next();
      await test.simulator.ring({
        from: '"Büro Ω 😀" <sip:102@pbx.test>',
        whileRinging: [{ after: 10, do: 'hang-up' }],
      });
      for await (const event of events) {
        if ('type' in event && event.type === 'call' && event.state === 'ended') break;
      }
      await test.phone.exit();
      await test.simulator.waitUntilEnded();
      inis.set(version, readFileSync(path.join(test.dataDirectory, 'microsip.ini')));
    }
  });

  it('come back byte by byte, and hold what the catalogue says', () => {
    for (const [version, bytes] of inis) {
      assert.deepEqual(roundTrip(bytes), bytes);
      const readings = listSettings(IniDocument.parse(decodeIni(bytes).text), version);
      const unknown = readings.filter(({ isKnown }) => !isKnown).map(({ key }) => key);
      assert.deepEqual(unknown, ['mine'], version);
      assert.ok(readings.length > 80, version);
    }
  });

  it('come back byte by byte whatever has happened to them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...inis.values()),
        fc.constantFrom('utf-16le', 'utf-8', 'utf-8-bom', 'utf-16be'),
        fc.array(mutation, { maxLength: 12 }),
        (bytes, encoding, mutations) => {
          const file = mutations.reduce(mutated, Buffer.from(encodeIni({ ...decodeIni(bytes), encoding })));
          assert.ok(Buffer.from(roundTrip(file)).equals(file));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('take a setting without a change to any other line, whatever has happened to them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...inis.values()),
        fc.array(mutation, { maxLength: 6 }),
        fc.constantFrom('singleMode', 'mine', 'brandNew', 'cmdCallEnd'),
        fc.constantFrom('Settings', 'Account1', 'New'),
        fc.string({ maxLength: 12 }).filter((text) => !/[\r\n\0]/u.test(text)),
        (bytes, mutations, key, section, value) => {
          const { text } = decodeIni(mutations.reduce(mutated, Buffer.from(bytes)));
          const ini = IniDocument.parse(text);
          const added = ini.sections.some((name) => foldName(name) === foldName(section)) ? 1 : 2;
          ini.set(section, key, value);
          assert.equal(profileValue(value), IniDocument.parse(ini.toString()).get(section, key));
          const before = linesOf(text).map((line) => line.text);
          const after = linesOf(ini.toString()).map((line) => line.text);
          const kept = alikeAtBothEnds(before, after);
          if (after.length === before.length) assert.ok(kept >= before.length - 1);
          else assert.deepEqual([kept, after.length], [before.length, before.length + added]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
