import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import fc from 'fast-check';

import { RegProgram } from '../../../sdk/src/installation/registry/reg-program.ts';
import type {
  RegistryEdit,
  RegistryPath,
  RegistryValue,
  WindowsRegistry,
} from '../../../sdk/src/installation/registry/windows-registry.ts';
import { windowsSystem } from '../../../sdk/src/installation/system/windows-system.ts';
import { loadKoffi } from '../../../sdk/src/installation/windows-native/koffi.ts';
import { nativeRegistry } from '../../../sdk/src/installation/windows-native/native-registry.ts';
import { comparableKey } from '../../support/sdk/comparable-key.ts';
import { keyTree, registryValue, wellFormedValue } from '../../support/sdk/registry-arbitraries.ts';
import { editsOfTree, keyBelow, withoutEmptyKeys } from '../../support/sdk/registry-tree.ts';
import { isWine } from '../../support/windows/is-wine.ts';

/** Keys of our own, gone after each test. */
const scratchPath = `Software\\MicroSIP DevKit test ${randomUUID()}`;
const ofUser: RegistryPath = { root: 'HKCU', path: scratchPath, view: 32 };
const ofMachine32: RegistryPath = { root: 'HKLM', path: scratchPath, view: 32 };
const ofMachine64: RegistryPath = { root: 'HKLM', path: scratchPath, view: 64 };
const scratchKeys = [ofUser, ofMachine32, ofMachine64];

describe('the registry of Windows', function () {
  // A start of reg.exe takes a second where much else runs.
  this.timeout(180_000);
  const { signal } = new AbortController();
  let native: WindowsRegistry;
  let underWine: boolean;
  const program = new RegProgram({ program: windowsSystem().reg });

  before(async () => {
    const koffi = await loadKoffi();
    assert.ok(koffi, 'koffi loads');
    native = nativeRegistry(koffi);
    underWine = isWine(koffi);
  });

  afterEach(async () => {
    await native.change(
      scratchKeys.map((key) => ({ edit: 'remove-key', key })),
      signal,
    );
    for (const key of scratchKeys) assert.equal(await native.read(key, signal), undefined);
  });

  const ways: readonly {
    readonly name: string;
    readonly of: () => WindowsRegistry;
    readonly runs: number;
  }[] = [
    { name: "Windows' functions", of: () => native, runs: 15 },
    { name: 'reg.exe', of: () => program, runs: 8 },
  ];

  for (const top of scratchKeys) {
    for (const { name, of, runs } of ways) {
      it(`is read alike by both ways as ${name} wrote it: ${top.root}, ${top.view} bits`, async () => {
        const key = keyBelow(top, 'Tree');
        await fc.assert(
          fc.asyncProperty(keyTree(wellFormedValue), async (tree) => {
            await of().change([{ edit: 'remove-key', key }, ...editsOfTree(key, tree)], signal);
            const expected = comparableKey(withoutEmptyKeys(tree));
            assert.deepEqual(comparableKey(await native.read(key, signal)), expected);
            assert.deepEqual(comparableKey(await program.read(key, signal)), expected);
          }),
          { numRuns: runs },
        );
      });
    }
  }

  it("keeps by Windows' functions values whose bytes are not what their type says", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(registryValue, { maxLength: 20 }), async (values) => {
        const tree = { values: new Map(values.map((value, index) => [`${index}`, value])), keys: new Map() };
        const key = keyBelow(ofUser, 'Values');
        await native.change([{ edit: 'remove-key', key }, ...editsOfTree(key, tree)], signal);
        assert.deepEqual(
          comparableKey(await native.read(key, signal)),
          comparableKey(withoutEmptyKeys(tree)),
        );
      }),
      { numRuns: 50 },
    );
  });

  for (const { name, of } of ways) {
    describe(`by ${name}`, () => {
      const text = (value: string): RegistryValue => ({ type: 'string', text: value });
      const set = (key: RegistryPath, valueName: string, value: string): RegistryEdit => ({
        edit: 'set',
        key,
        name: valueName,
        value: text(value),
      });
      const read = async (key: RegistryPath): Promise<unknown> => comparableKey(await of().read(key, signal));

      it('has no key that nobody made', async () => {
        assert.equal(await of().read(ofUser, signal), undefined);
        assert.equal(await of().read(keyBelow(ofMachine64, 'a', 'b'), signal), undefined);
        assert.equal(await of().read({ root: 'HKLM', path: 'Nothing of this name' }, signal), undefined);
      });

      it('has two machines in its two views, and one user', async () => {
        await of().change(
          [set(ofMachine32, 'bits', '32'), set(ofMachine64, 'bits', '64'), set(ofUser, 'bits', 'any')],
          signal,
        );
        assert.deepEqual(await read(ofMachine32), {
          values: new Map([['bits', text('32')]]),
          keys: new Map(),
        });
        assert.deepEqual(await read(ofMachine64), {
          values: new Map([['bits', text('64')]]),
          keys: new Map(),
        });
        assert.deepEqual(await read({ ...ofUser, view: 64 }), await read(ofUser));
      });

      it('is looked at as MicroSIP does, unless told otherwise', async () => {
        await of().change([set({ root: 'HKLM', path: scratchPath }, '', 'x')], signal);
        assert.deepEqual(await read(ofMachine32), { values: new Map([['', text('x')]]), keys: new Map() });
        assert.equal(await read(ofMachine64), undefined);
      });

      it('is looked at whatever the case of names', async () => {
        await of().change([set(keyBelow(ofUser, 'ÄÖÜ'), 'x', '1')], signal);
        assert.deepEqual(await read({ ...ofUser, path: `${scratchPath.toUpperCase()}\\äöü` }), {
          values: new Map([['x', text('1')]]),
          keys: new Map(),
        });
      });

      it('is changed in order', async () => {
        await of().change(
          [
            set(ofUser, 'kept', '1'),
            set(keyBelow(ofUser, 'a', 'b'), 'x', 'goes'),
            set(ofMachine32, 'x', 'of the machine'),
            { edit: 'remove-key', key: keyBelow(ofUser, 'a') },
            set(keyBelow(ofUser, 'a'), 'y', 'stays'),
            set(ofUser, 'gone', '2'),
            { edit: 'remove-value', key: ofUser, name: 'GONE' },
            set(ofUser, 'kept', '3'),
          ],
          signal,
        );
        assert.deepEqual(await read(ofUser), {
          values: new Map([['kept', text('3')]]),
          keys: new Map([['a', { values: new Map([['y', text('stays')]]), keys: new Map() }]]),
        });
      });

      it('loses the default value like any other', async () => {
        await of().change([set(ofUser, '', 'x'), set(ofUser, '@', 'y')], signal);
        await of().change([{ edit: 'remove-value', key: ofUser, name: '' }], signal);
        assert.deepEqual(await read(ofUser), { values: new Map([['@', text('y')]]), keys: new Map() });
      });

      it('has no key more when what is not there is removed', async () => {
        await of().change(
          [
            { edit: 'remove-value', key: keyBelow(ofUser, 'a'), name: 'x' },
            { edit: 'remove-key', key: keyBelow(ofUser, 'b', 'c') },
            set(keyBelow(ofUser, 'd'), 'x', '1'),
            { edit: 'remove-key', key: keyBelow(ofUser, 'd') },
            { edit: 'remove-value', key: keyBelow(ofUser, 'd'), name: 'x' },
          ],
          signal,
        );
        assert.deepEqual((await of().read(ofUser, signal))?.keys ?? new Map(), new Map());
      });

      it('loses a key that has to be empty only when it is', async () => {
        const [withValue, withKey, empty] = [
          keyBelow(ofMachine64, 'value'),
          keyBelow(ofMachine64, 'key'),
          keyBelow(ofMachine64, 'empty'),
        ];
        await of().change(
          [
            set(withValue, '', ''),
            set(keyBelow(withKey, 'below'), 'x', '1'),
            set(empty, 'x', '1'),
            { edit: 'remove-value', key: empty, name: 'x' },
          ],
          signal,
        );
        const before = await of().read(ofMachine64, signal);
        assert.deepEqual([...(before?.keys.keys() ?? [])].sort(), ['empty', 'key', 'value']);
        await of().change(
          [withValue, withKey, empty, keyBelow(ofMachine64, 'gone')].map((key) => ({
            edit: 'remove-empty-key',
            key,
          })),
          signal,
        );
        assert.deepEqual(await read(ofMachine64), {
          values: new Map(),
          keys: new Map([
            ['key', comparableKey(before?.keys.get('key'))],
            ['value', comparableKey(before?.keys.get('value'))],
          ]),
        });
      });

      it('has names and values as long as Windows allows, and deep keys', async () => {
        const deep = keyBelow(
          ofUser,
          ...Array.from({ length: 30 }, (_name, depth) => `level ${depth}`),
          'x'.repeat(255),
        );
        const long = text('long '.repeat(40_000));
        const bytes: RegistryValue = { type: 'binary', kind: 3, bytes: new Uint8Array(300_000).fill(0xa5) };
        const longName = 'n'.repeat(5000);
        await of().change(
          [
            { edit: 'set', key: deep, name: longName, value: long },
            { edit: 'set', key: deep, name: 'bytes', value: bytes },
          ],
          signal,
        );
        assert.deepEqual(await read(deep), {
          values: new Map([
            [longName, long],
            ['bytes', bytes],
          ]),
          keys: new Map(),
        });
      });

      it('is left alone when the signal was aborted', async () => {
        const stopped = AbortSignal.abort();
        await assert.rejects(of().change([set(ofUser, 'x', '1')], stopped), { name: 'AbortError' });
        await assert.rejects(of().read(ofUser, stopped), { name: 'AbortError' });
        assert.equal(await read(ofUser), undefined);
      });

      it('says when Windows does not let one in', async () => {
        // Not even an administrator reads the accounts; Wine keeps none there, and no key from anybody.
        const reading = of().read({ root: 'HKLM', path: 'SAM\\SAM' }, signal);
        if (underWine) assert.equal(await reading, undefined);
        else await assert.rejects(reading, { code: 'ACCESS_DENIED' });
      });

      it('keeps what is above all programs', async () => {
        for (const path of [
          '',
          'Software',
          'Software\\',
          '\\Software',
          'Software\\\\MicroSIP',
          'Software\\a\0b',
        ]) {
          await assert.rejects(of().change([{ edit: 'remove-key', key: { root: 'HKCU', path } }], signal), {
            code: 'INVALID_ARGUMENT',
          });
        }
      });
    });
  }
});
