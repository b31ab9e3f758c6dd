import assert from 'node:assert/strict';
import path from 'node:path';

import { installationOf } from '../../../../sdk/src/installation/discovery/installation-of.ts';
import { WindowsSearch } from '../../../../sdk/src/installation/discovery/windows-search.ts';
import type { Installation } from '../../../../sdk/src/installation/installation.ts';
import type { UserEnvironment } from '../../../../sdk/src/installation/system/user-directories.ts';
import { wineWindows } from '../../../../sdk/src/installation/wine/wine-windows.ts';
import { describeOnPosix } from '../../../support/mocha/platform-tests.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { makeFile, makePrefix, makeProgram, type PrefixOptions } from '../../../support/sdk/wine-tree.ts';

const { signal } = new AbortController();
const folder = 'C:\\Program Files (x86)\\MicroSIP';
const installed = { userRegistry: { 'Software\\MicroSIP': { '': folder } } } as const;

/** A home with prefixes in which MicroSIP is. */
class Home implements Disposable {
  readonly #directory = temporaryDirectory();
  readonly user: UserEnvironment = {
    platform: 'linux',
    env: { PATH: this.at('bin'), USER: 'ada' },
    home: this.#directory.path,
  };

  at(name: string): string {
    return path.join(this.#directory.path, name);
  }

  phone(prefix: string, options: PrefixOptions = {}): string {
    makePrefix(this.at(prefix), options);
    return makeFile(path.join(this.at(prefix), 'drive_c/Program Files (x86)/MicroSIP/microsip.exe'));
  }

  async found(executable?: string): Promise<readonly Installation[]> {
    const { surroundings } = await wineWindows({ executable }, signal, this.user);
    const located = await Promise.all(
      surroundings.map(async (windows) => {
        const search = new WindowsSearch(windows, signal);
        const found = executable === undefined ? await search.everywhere() : await search.named(executable);
        return found.phones;
      }),
    );
    return await Promise.all(located.flat().map(async (phone) => await installationOf(phone, {}, signal)));
  }

  [Symbol.dispose](): void {
    this.#directory[Symbol.dispose]();
  }
}

describeOnPosix('MicroSIP under Wine', () => {
  it('is found in its prefix by the registry there, with the folders of the user there', async () => {
    using home = new Home();
    const wine = makeProgram(home.at('bin/wine'));
    const program = home.phone('.wine', installed);
    const appData = home.at('.wine/drive_c/users/ada/AppData');
    assert.deepEqual(await home.found(), [
      {
        backend: 'wine',
        version: undefined,
        executable: `${folder}\\microsip.exe`,
        prefix: home.at('.wine'),
        dataDirectory: `${appData}/Roaming/MicroSIP`,
        logDirectory: `${appData}/Local/MicroSIP`,
        launch: {
          file: wine,
          program,
          leadingArguments: [`${folder}\\microsip.exe`],
          environment: { WINEPREFIX: home.at('.wine') },
          workingDirectory: path.dirname(program),
        },
        foundBy: 'user-registry',
      },
    ]);
  });

  it('keeps its files beside the program when the registry does not know it (facts D.1)', async () => {
    using home = new Home();
    const program = home.phone('.wine');
    const [installation] = await home.found();
    assert.equal(installation?.foundBy, 'program-folders');
    assert.equal(installation.dataDirectory, path.dirname(program));
  });

  for (const [title, options, user] of [
    ['Proton’s builds', { user: 'steamuser' }, 'steamuser'],
    ['CrossOver', { user: 'crossover' }, 'crossover'],
    ['a prefix that came from somebody else', { user: 'bob', lastUser: 'carol' }, 'bob'],
  ] as const) {
    it(`belongs to the user that is there, not to that of Linux: ${title}`, async () => {
      using home = new Home();
      home.phone('.wine', { ...installed, ...options });
      const [installation] = await home.found();
      assert.equal(
        installation?.dataDirectory,
        home.at(`.wine/drive_c/users/${user}/AppData/Roaming/MicroSIP`),
      );
    });
  }

  it('is told apart from one of the same path in another prefix', async () => {
    using home = new Home();
    home.phone('.wine', installed);
    const bottle = '.local/share/bottles/bottles/Phone';
    home.phone(bottle, installed);
    makeFile(home.at(`${bottle}/bottle.yml`), 'Runner: sys-wine\n');
    const found = await home.found();
    assert.deepEqual(
      found.map(({ executable, prefix }) => ({ executable, prefix })),
      [home.at('.wine'), home.at(bottle)].map((prefix) => ({
        executable: `${folder}\\microsip.exe`,
        prefix,
      })),
    );
  });

  it('names its prefix by the path of its program', async () => {
    using home = new Home();
    home.phone('.wine', installed);
    const program = home.phone('srv/phones');
    const [installation] = await home.found(program);
    assert.equal(installation?.prefix, home.at('srv/phones'));
    assert.equal(installation.executable, `${folder}\\microsip.exe`);
    assert.deepEqual(installation.launch.environment, { WINEPREFIX: home.at('srv/phones') });
  });

  it('is in the prefix that has it, where it is named as Windows names it', async () => {
    using home = new Home();
    makePrefix(home.at('.wine'));
    const bottle = '.cxoffice/Phone';
    home.phone(bottle, { user: 'crossover' });
    makeFile(home.at(`${bottle}/cxbottle.conf`));
    const [installation] = await home.found('c:\\program files (x86)\\MICROSIP\\microsip.exe');
    assert.equal(installation?.prefix, home.at(bottle));
  });

  it('runs in Wine’s own prefix where it lies in none, even before there is one', async () => {
    using home = new Home();
    const program = makeFile(home.at('portable/microsip.exe'));
    const [installation] = await home.found(program);
    assert.equal(installation?.executable, `Z:${program.replaceAll('/', '\\')}`);
    assert.equal(installation.prefix, home.at('.wine'));
    assert.equal(installation.dataDirectory, path.dirname(program));
  });
});
