import assert from 'node:assert/strict';

import fc from 'fast-check';

import { expandVariables } from '../../../sdk/src/installation/registry/expand-variables.ts';
import { loadKoffi } from '../../../sdk/src/installation/windows-native/koffi.ts';
import { isWine } from '../../support/windows/is-wine.ts';

describe('environment variables in a text', () => {
  const names = ['MICROSIP_TEST', 'MicroSIP (Test)', 'MICROSIP_NESTED'] as const;

  before(() => {
    process.env['MICROSIP_TEST'] = 'C:\\Program Files\\MicroSIP';
    process.env['MicroSIP (Test)'] = 'größe';
    process.env['MICROSIP_NESTED'] = '%MICROSIP_TEST%';
  });

  after(() => {
    for (const name of names) Reflect.deleteProperty(process.env, name);
  });

  it('are expanded as Windows expands them', async () => {
    const koffi = await loadKoffi();
    assert.ok(koffi, 'koffi loads');
    const expand: (text: string, expanded: Uint8Array, length: number) => number = koffi
      .load('kernel32.dll')
      .func('uint32 __stdcall ExpandEnvironmentStringsW(str16 text, uint8 *expanded, uint32 length)');
    const byWindows = (text: string): string => {
      const buffer = Buffer.alloc(20_000);
      const length = expand(text, buffer, buffer.length / 2);
      return buffer.toString('utf16le', 0, (length - 1) * 2);
    };
    const underWine = isWine(koffi);
    const part = fc.oneof(
      fc.constantFrom('%', '%%', '\\', ' ', 'nowhere', ...names, ...names.map((name) => name.toLowerCase())),
      fc.constantFrom(...names.map((name) => `%${name}%`)),
      fc.string({ maxLength: 3 }).map((text) => text.replaceAll('\0', '')),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        fc.pre(!underWine || namesOnlyVariables(text));
        assert.equal(expandVariables(text, process.env), byWindows(text));
      }),
      { numRuns: 3000 },
    );
  });
});

/** Behind a name that is no variable's, Wine passes over the percent sign with which the next may begin. */
function namesOnlyVariables(text: string): boolean {
  return [...text.matchAll(/%([^%]*)%/gu)].every(([, name = '']) => process.env[name] !== undefined);
}
