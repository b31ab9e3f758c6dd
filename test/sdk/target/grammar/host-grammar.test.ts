import assert from 'node:assert/strict';
import net from 'node:net';

import fc from 'fast-check';

import { readHost } from '../../../../sdk/src/target/grammar/host-grammar.ts';
import { TextCursor } from '../../../../sdk/src/target/grammar/text-cursor.ts';
import { TargetRefusedError } from '../../../../sdk/src/target/index.ts';

/** The host, if the whole text is one. */
function hostIn(text: string): string | undefined {
  const cursor = new TextCursor(text);
  try {
    const host = readHost(cursor);
    return cursor.atEnd ? host : undefined;
  } catch (error) {
    if (error instanceof TargetRefusedError) return undefined;
    throw error;
  }
}

const ipv6Pieces = fc
  .array(fc.constantFrom('0', '1', 'ab', 'F00D', '12345', 'g', ':', ':', '::', '1.2.3.4', '.', '%1'), {
    maxLength: 15,
  })
  .map((pieces) => pieces.join(''));

describe('the grammar of hosts', function () {
  this.timeout(60_000);

  it('takes every IPv6 address', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => hostIn(`[${address}]`) === `[${address.toLowerCase()}]`),
      { numRuns: 20_000 },
    );
  });

  it('takes in brackets what Node.js takes for an IPv6 address, without a zone, and nothing else', () => {
    fc.assert(
      fc.property(ipv6Pieces, (text) => {
        assert.equal(hostIn(`[${text}]`) !== undefined, net.isIPv6(text) && !text.includes('%'));
      }),
      { numRuns: 100_000 },
    );
  });

  it('takes four decimal numbers if Node.js takes them for an IPv4 address', () => {
    const octet = fc.constantFrom('0', '1', '00', '01', '99', '255', '256', '1000', '');
    fc.assert(
      fc.property(fc.tuple(octet, octet, octet, octet), (octets) => {
        const text = octets.join('.');
        assert.equal(hostIn(text) !== undefined, net.isIPv4(text), text);
      }),
      { numRuns: 5000 },
    );
  });

  it('takes the names of hosts in lower case', () => {
    for (const name of [
      'x',
      'PBX.Example.com',
      'a-b.c',
      '1.2.3.4.example',
      'my_pbx',
      'xn--bcher-kva.example',
      'host.',
    ]) {
      assert.equal(hostIn(name), name.toLowerCase());
    }
    for (const name of ['', '.', '-a', 'a-', 'a..b', 'a.-b', '1', '1.2.3', 'a.1', `${'a'.repeat(64)}.b`]) {
      assert.equal(hostIn(name), undefined, name);
    }
  });
});
