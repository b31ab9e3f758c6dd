import assert from 'node:assert/strict';
import path from 'node:path';
import { symlinkSync } from 'node:fs';

import type { UserEnvironment } from '../../../../sdk/src/installation/system/user-directories.ts';
import { findPrefixes, prefixAt } from '../../../../sdk/src/installation/wine/find-prefixes.ts';
import { describeOnPosix } from '../../../support/mocha/platform-tests.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { makeFile, makePrefix, makeProgram } from '../../../support/sdk/wine-tree.ts';

/** Somebody's home, with a Wine on the PATH. */
class Home implements Disposable {
  readonly #directory = temporaryDirectory();
  readonly wine = makeProgram(this.at('bin/wine'));

  at(name: string): string {
    return path.join(this.#directory.path, name);
  }

  user(env: Readonly<Record<string, string>> = {}, platform: NodeJS.Platform = 'linux'): UserEnvironment {
    return { platform, env: { PATH: this.at('bin'), ...env }, home: this.#directory.path };
  }

  [Symbol.dispose](): void {
    this.#directory[Symbol.dispose]();
  }
}

describeOnPosix('the prefixes of Wine', () => {
  it('are the one that is named, then Wine’s own', async () => {
    using home = new Home();
    makePrefix(home.at('.wine'));
    makePrefix(home.at('mine'));
    const own = {
      folder: home.at('.wine'),
      keeper: 'wine',
      start: { file: home.wine, leadingArguments: [], environment: { WINEPREFIX: home.at('.wine') } },
    };
    assert.deepEqual((await findPrefixes(home.user())).prefixes, [own]);
    const named = {
      ...own,
      folder: home.at('mine'),
      start: { ...own.start, environment: { WINEPREFIX: home.at('mine') } },
    };
    const { prefixes } = await findPrefixes(home.user({ WINEPREFIX: `${home.at('mine')}/` }));
    assert.deepEqual(prefixes, [named, own]);
  });

  it('are none where there are none, and it is told where they were looked for', async () => {
    using home = new Home();
    const { prefixes, steps } = await findPrefixes(home.user({ WINEPREFIX: 'relative' }));
    assert.deepEqual(prefixes, []);
    assert.deepEqual(
      steps.map(({ looked, place, remark }) => ({ looked, place, remark })),
      ['relative', home.at('.wine')].map((looked) => ({
        looked,
        place: 'wine-prefix',
        remark: 'no prefix of Wine is there',
      })),
    );
  });

  it('are started by a Wine that has another name where that is the one there is', async () => {
    using home = new Home();
    makePrefix(home.at('.wine'));
    const stable = makeProgram(home.at('other/wine-stable'));
    makeProgram(home.at('other/wine64'));
    const [prefix] = (await findPrefixes(home.user({ PATH: `relative:${home.at('other')}` }))).prefixes;
    assert.equal(prefix?.start.file, stable);
  });

  it('are the bottles of Bottles, each with its own runner', async () => {
    using home = new Home();
    const base = '.local/share/bottles';
    for (const [name, runner] of Object.entries({
      Office: 'soda-9.0-1',
      Games: 'GE-Proton9-4',
      Plain: 'sys-wine-9.0',
    })) {
      makePrefix(home.at(`${base}/bottles/${name}`), { user: 'steamuser' });
      makeFile(
        home.at(`${base}/bottles/${name}/bottle.yml`),
        `Arch: win64\nName: ${name}\nPath: ${name}\nRunner: ${runner}\nWindows: win10\n`,
      );
    }
    const soda = makeProgram(home.at(`${base}/runners/soda-9.0-1/bin/wine`));
    const proton = makeProgram(home.at(`${base}/runners/GE-Proton9-4/files/bin/wine`));
    const { prefixes } = await findPrefixes(home.user());
    assert.deepEqual(
      prefixes.map(({ folder, keeper, start }) => [
        path.basename(folder),
        keeper,
        start.file,
        start.environment,
      ]),
      [
        ['Games', 'bottles', proton, { WINEPREFIX: home.at(`${base}/bottles/Games`) }],
        ['Office', 'bottles', soda, { WINEPREFIX: home.at(`${base}/bottles/Office`) }],
        ['Plain', 'bottles', home.wine, { WINEPREFIX: home.at(`${base}/bottles/Plain`) }],
      ],
    );
  });

  it('are the bottles of Bottles as a Flatpak, started within its sandbox and by no shell', async () => {
    using home = new Home();
    const base = home.at('.var/app/com.usebottles.bottles/data/bottles');
    const folder = path.join(base, 'bottles', 'My-Phone');
    makePrefix(folder);
    makeFile(path.join(folder, 'bottle.yml'), 'Name: My Phone\nRunner: soda-9.0-1\n');
    const runner = makeProgram(path.join(base, 'runners/soda-9.0-1/bin/wine'));
    const [prefix] = (await findPrefixes(home.user())).prefixes;
    assert.deepEqual(prefix?.start, {
      file: 'flatpak',
      leadingArguments: [
        'run',
        `--command=${runner}`,
        `--env=WINEPREFIX=${folder}`,
        'com.usebottles.bottles',
      ],
      environment: {},
    });
  });

  it('are bottles that were put elsewhere', async () => {
    using home = new Home();
    const base = '.local/share/bottles';
    for (const name of ['disc/Listed', 'far/Noted']) {
      makePrefix(home.at(name));
      makeFile(home.at(`${name}/bottle.yml`), 'Runner: sys-wine\n');
    }
    makeFile(home.at(`${base}/data.yml`), `custom_bottles_path: ${home.at('disc')}\n`);
    makeFile(home.at(`${base}/bottles/Noted/placeholder.yml`), `Path: ${home.at('far/Noted')}\n`);
    const { prefixes } = await findPrefixes(home.user());
    assert.deepEqual(
      prefixes.map(({ folder }) => folder),
      [home.at('far/Noted'), home.at('disc/Listed')],
    );
  });

  it('say so when the runner they want is gone, or what they say is no sense', async () => {
    using home = new Home();
    const bottles = home.at('.local/share/bottles/bottles');
    for (const name of ['Gone', 'Torn', 'Odd']) makePrefix(path.join(bottles, name));
    makeFile(path.join(bottles, 'Gone/bottle.yml'), 'Runner: soda-7\n');
    makeFile(path.join(bottles, 'Torn/bottle.yml'), 'Runner: [soda\n');
    makeFile(path.join(bottles, 'Odd/bottle.yml'), 'Runner: {a: 1}\n');
    const { prefixes } = await findPrefixes(home.user());
    assert.deepEqual(
      prefixes.map(({ folder, remark }) => [path.basename(folder), remark]),
      [['Gone', 'its runner soda-7 is not installed']],
    );
  });

  it('are the bottles of CrossOver, which starts them by their names', async () => {
    using home = new Home();
    makePrefix(home.at('.cxoffice/My Phone'), { user: 'crossover' });
    makeFile(home.at('.cxoffice/My Phone/cxbottle.conf'), '[Bottle]\n"Template" = "win10_64"\n');
    makePrefix(home.at('.cxoffice/no bottle'));
    const wine = makeProgram(home.at('cxoffice/bin/wine'));
    assert.deepEqual((await findPrefixes(home.user())).prefixes, [
      {
        folder: home.at('.cxoffice/My Phone'),
        keeper: 'crossover',
        start: { file: wine, leadingArguments: ['--bottle', 'My Phone'], environment: {} },
      },
    ]);
  });

  it('are the bottles of CrossOver on macOS (as it lays them out; emulated)', async () => {
    using home = new Home();
    const folder = home.at('Library/Application Support/CrossOver/Bottles/Phone');
    makePrefix(folder, { user: 'crossover' });
    makeFile(path.join(folder, 'cxbottle.conf'));
    const wine = makeProgram(home.at('Applications/CrossOver.app/Contents/SharedSupport/CrossOver/bin/wine'));
    const [prefix] = (await findPrefixes(home.user({}, 'darwin'))).prefixes;
    assert.deepEqual(prefix?.start, { file: wine, leadingArguments: ['--bottle', 'Phone'], environment: {} });
  });

  it('are those of programs in Lutris, each with the Wine it is to run in', async () => {
    using home = new Home();
    const build = makeProgram(home.at('.local/share/lutris/runners/wine/lutris-GE-8-26-x86_64/bin/wine'));
    for (const name of ['one', 'two', 'three']) makePrefix(home.at(`Games/${name}`));
    makeFile(
      home.at('.local/share/lutris/games/one-1700000000.yml'),
      `game:\n  exe: ${home.at('Games/one')}/drive_c/Program Files/MicroSIP/microsip.exe\n  prefix: ${home.at('Games/one')}\nsystem: {}\nwine:\n  version: lutris-GE-8-26-x86_64\n`,
    );
    makeFile(
      home.at('.config/lutris/games/two-1500000000.yml'),
      `game: {exe: "${home.at('Games/two')}/drive_c/x.exe"}\n`,
    );
    makeFile(
      home.at('.local/share/lutris/games/three-1.yml'),
      'game:\n  exe: drive_c/x.exe\n  prefix: ~/Games/three\nwine:\n  version: gone-9\n',
    );
    makeFile(home.at('.local/share/lutris/games/native.yml'), 'game:\n  exe: /usr/bin/true\n');
    const { prefixes } = await findPrefixes(home.user());
    assert.deepEqual(
      prefixes.map(({ folder, keeper, remark, start }) => [
        path.basename(folder),
        keeper,
        start.file,
        remark,
      ]),
      [
        ['one', 'lutris', build, undefined],
        ['three', 'lutris', home.wine, 'its Wine gone-9 is not installed'],
        ['two', 'lutris', home.wine, undefined],
      ],
    );
  });

  it('are those of Lutris as a Flatpak', async () => {
    using home = new Home();
    const data = home.at('.var/app/net.lutris.Lutris/data/lutris');
    const folder = path.join(data, '../prefix');
    makePrefix(path.normalize(folder));
    const build = makeProgram(path.join(data, 'runners/wine/wine-9/bin/wine'));
    makeFile(path.join(data, 'runners/wine.yml'), 'wine:\n  version: wine-9\n');
    makeFile(path.join(data, 'games/phone.yml'), `game:\n  prefix: ${path.normalize(folder)}\n`);
    const [prefix] = (await findPrefixes(home.user())).prefixes;
    assert.deepEqual(prefix?.start.leadingArguments, [
      'run',
      `--command=${build}`,
      `--env=WINEPREFIX=${path.normalize(folder)}`,
      'net.lutris.Lutris',
    ]);
  });

  it('are each there once, managed by who knows them', async () => {
    using home = new Home();
    const bottle = home.at('.local/share/bottles/bottles/Phone');
    makePrefix(bottle);
    makeFile(path.join(bottle, 'bottle.yml'), 'Runner: soda\n');
    const soda = makeProgram(home.at('.local/share/bottles/runners/soda/bin/wine'));
    const link = home.at('link');
    symlinkSync(bottle, link);
    const { prefixes } = await findPrefixes(home.user({ WINEPREFIX: bottle }));
    assert.deepEqual(
      prefixes.map(({ keeper, start }) => [keeper, start.file]),
      [['bottles', soda]],
    );
    const { keeper } = await prefixAt(link, home.user());
    assert.equal(keeper, 'bottles');
    makePrefix(home.at('anywhere'));
    assert.equal((await prefixAt(home.at('anywhere'), home.user())).keeper, 'wine');
  });
});
