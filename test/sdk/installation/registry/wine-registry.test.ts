import assert from 'node:assert/strict';
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { textAt } from '../../../../sdk/src/installation/registry/registry-lookup.ts';
import { WineRegistry } from '../../../../sdk/src/installation/registry/wine-registry.ts';
import type { RegistryPath } from '../../../../sdk/src/installation/registry/windows-registry.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';

const { signal } = new AbortController();

function wineFile(architecture: 'win32' | 'win64', values: Readonly<Record<string, string>>): string {
  const sections = Object.entries(values).map(
    ([key, text]) =>
      `[${key.replaceAll('\\', '\\\\')}] 1795401365\n#time=1dd7af36357a0de\n"said"="${text}"\n`,
  );
  return `WINE REGISTRY Version 2\n;; All keys relative to REGISTRY\\\\Machine\n\n#arch=${architecture}\n\n${sections.join('\n')}`;
}

describe('the registry of a Wine prefix', () => {
  let directory: TemporaryDirectory;
  let registry: WineRegistry;
  beforeEach(() => {
    directory = temporaryDirectory();
    registry = new WineRegistry(directory.path);
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  const write = (name: 'user.reg' | 'system.reg', text: string): void => {
    writeFileSync(path.join(directory.path, name), text);
  };
  const said = async (key: RegistryPath): Promise<string | undefined> =>
    textAt(await registry.read(key, signal), 'said');

  it("has the user's keys, the same in both views", async () => {
    write('user.reg', wineFile('win64', { 'Software\\MicroSIP': 'of the user' }));
    for (const view of [32, 64] as const) {
      assert.equal(await said({ root: 'HKCU', path: 'software\\microsip', view }), 'of the user');
    }
    assert.equal(await registry.read({ root: 'HKLM', path: 'Software\\MicroSIP' }, signal), undefined);
  });

  it("has two views of the machine's software, of which MicroSIP's is the usual one", async () => {
    write(
      'system.reg',
      wineFile('win64', {
        'Software\\MicroSIP': '64',
        'Software\\Wow6432Node\\MicroSIP': '32',
        'System\\MicroSIP': 'any',
      }),
    );
    assert.equal(await said({ root: 'HKLM', path: 'SOFTWARE\\MicroSIP' }), '32');
    assert.equal(await said({ root: 'HKLM', path: 'SOFTWARE\\MicroSIP', view: 64 }), '64');
    assert.equal(await said({ root: 'HKLM', path: 'Software\\Wow6432Node\\MicroSIP' }), '32');
    assert.equal(await said({ root: 'HKLM', path: 'Software\\Wow6432Node\\MicroSIP', view: 64 }), '32');
    assert.equal(await said({ root: 'HKLM', path: 'System\\MicroSIP' }), 'any');
  });

  it('has one view in a Windows of 32 bits', async () => {
    write('system.reg', wineFile('win32', { 'Software\\MicroSIP': 'any' }));
    for (const view of [32, 64] as const) {
      assert.equal(await said({ root: 'HKLM', path: 'Software\\MicroSIP', view }), 'any');
    }
  });

  it('is read again when Wine has written it', async () => {
    write('user.reg', wineFile('win64', { 'Software\\MicroSIP': 'before' }));
    assert.equal(await said({ root: 'HKCU', path: 'Software\\MicroSIP' }), 'before');
    write('user.reg', wineFile('win64', { 'Software\\MicroSIP': 'after.' }));
    const file = path.join(directory.path, 'user.reg');
    utimesSync(file, new Date(), new Date(statSync(file).mtimeMs + 1000));
    assert.equal(await said({ root: 'HKCU', path: 'Software\\MicroSIP' }), 'after.');
    rmSync(file);
    assert.equal(await said({ root: 'HKCU', path: 'Software\\MicroSIP' }), undefined);
  });

  it('is empty where there is no prefix', async () => {
    const nowhere = new WineRegistry(path.join(directory.path, 'not there'));
    assert.equal(await nowhere.read({ root: 'HKCU', path: 'Software' }, signal), undefined);
  });

  it('that cannot be read says which file it is', async () => {
    const file = path.join(directory.path, 'user.reg');
    // A folder can be read as a file by nobody, not even by root.
    mkdirSync(file);
    await assert.rejects(
      registry.read({ root: 'HKCU', path: 'Software\\MicroSIP' }, signal),
      (error: Error) => {
        assert.ok(error.message.includes(file));
        return 'code' in error && error.code === 'ACCESS_DENIED';
      },
    );
  });

  it('is changed in Wine only', async () => {
    const key: RegistryPath = { root: 'HKCU', path: 'Software\\MicroSIP' };
    await assert.rejects(registry.change([{ edit: 'remove-key', key }]), { code: 'UNSUPPORTED' });
    await registry.change([]);
  });

  it('is not read for nobody', async () => {
    write('user.reg', wineFile('win64', { 'Software\\MicroSIP': 'x' }));
    await assert.rejects(registry.read({ root: 'HKCU', path: 'Software\\MicroSIP' }, AbortSignal.abort()), {
      name: 'AbortError',
    });
  });
});
