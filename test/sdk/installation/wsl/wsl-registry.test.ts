import assert from 'node:assert/strict';

import type { WindowsRegistry } from '../../../../sdk/src/installation/registry/windows-registry.ts';
import { wslWindows } from '../../../../sdk/src/installation/wsl/wsl-windows.ts';
import { describeOnLinux } from '../../../support/mocha/platform-tests.ts';
import { skipBecause } from '../../../support/mocha/skip-because.ts';
import { RealPrefix } from '../../../support/sdk/real-prefix.ts';
import { StandInWsl } from '../../../support/sdk/wsl/stand-in-wsl.ts';
import { findWine, type WinePrograms } from '../../../support/windows/wine.ts';

/** `reg.exe` as interop runs it; Wine sees the files of this system on `Z:`, Windows those of WSL on a server. */
function regOf({ wine }: WinePrograms, prefix: RealPrefix): string {
  const variables = Object.entries(prefix.environment).map(([name, value]) => `export ${name}='${value}'`);
  return [
    ...variables,
    'for argument do',
    '  shift',
    '  case $argument in',
    "    '\\\\wsl.localhost\\Debian\\'*) argument=\"Z:${argument#'\\\\wsl.localhost\\Debian'}\" ;;",
    '  esac',
    '  set -- "$@" "$argument"',
    'done',
    `exec '${wine}' reg "$@"`,
  ].join('\n');
}

describeOnLinux('the registry of Windows, from WSL, by a reg.exe that Wine really runs', () => {
  const { signal } = new AbortController();
  const made: (AsyncDisposable | Disposable)[] = [];
  let registry: WindowsRegistry;

  before(async function () {
    this.timeout(700_000);
    const wine = findWine();
    if (!wine.ok) skipBecause(this, wine.reason);
    const prefix = await RealPrefix.create(wine.value);
    made.push(prefix);
    const wsl = new StandInWsl({ reg: regOf(wine.value, prefix) });
    made.push(wsl);
    const { surroundings, steps } = await wslWindows(signal, wsl.view());
    assert.ok(surroundings[0] !== undefined, JSON.stringify(steps));
    registry = surroundings[0].registry;
  });
  after(async function () {
    this.timeout(180_000);
    // Nothing where the suite is skipped.
    for (const each of made) {
      await using _ = each;
    }
  });

  it('is read and changed, every character, by files that both systems reach', async function () {
    this.timeout(180_000);
    const key = { root: 'HKCU', path: 'Software\\MicroSIP' } as const;
    assert.equal(await registry.read(key, signal), undefined);
    const folder = 'D:\\Jörg’s 電話 "%x%"\\MicroSIP';
    await registry.change([{ edit: 'set', key, name: '', value: { type: 'string', text: folder } }], signal);
    assert.deepEqual((await registry.read(key, signal))?.values.get(''), { type: 'string', text: folder });
    await registry.change([{ edit: 'remove-key', key }], signal);
    assert.equal(await registry.read(key, signal), undefined);
  });

  it('has two views of what is for everybody', async function () {
    this.timeout(180_000);
    const key = { root: 'HKLM', path: 'Software\\MicroSIP', view: 32 } as const;
    const value = { type: 'string', text: 'C:\\MicroSIP' } as const;
    await registry.change([{ edit: 'set', key, name: '', value }], signal);
    assert.deepEqual((await registry.read(key, signal))?.values.get(''), value);
    assert.equal(await registry.read({ ...key, view: 64 }, signal), undefined);
  });
});
