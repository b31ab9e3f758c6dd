import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { DiscoveryPlace } from '../../../sdk/src/installation/discovery/discovery-step.ts';
import type { LocatedPhones } from '../../../sdk/src/installation/discovery/located-phone.ts';
import { searchPhones } from '../../../sdk/src/installation/discovery/search-phones.ts';
import { thisWindows } from '../../../sdk/src/installation/discovery/this-windows.ts';
import { WindowsSearch } from '../../../sdk/src/installation/discovery/windows-search.ts';
import { findInstallation } from '../../../sdk/src/installation/find-installation.ts';
import { findInstallations } from '../../../sdk/src/installation/find-installations.ts';
import { phoneFiles } from '../../../sdk/src/installation/phone-files.ts';
import { RegProgram } from '../../../sdk/src/installation/registry/reg-program.ts';
import type { RegistryPath, RegistryValue } from '../../../sdk/src/installation/registry/windows-registry.ts';
import { windowsSystem } from '../../../sdk/src/installation/system/windows-system.ts';
import { loadNativeWindows } from '../../../sdk/src/installation/windows-native/load-native-windows.ts';
import { standInPhone } from '../../support/windows/stand-in-phone.ts';
import { DiscoveryBed } from './discovery-bed.ts';

const { signal } = new AbortController();

const installer = 'Software\\MicroSIP';
const appPath = 'Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\microsip.exe';
const uninstall = 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\MicroSIP DevKit test';

/** The three keys of one name: the user's, and the machine's as programs of 32 and of 64 bits see it. */
function keysOf(path: string): readonly RegistryPath[] {
  return [
    { root: 'HKCU', path },
    { root: 'HKLM', path, view: 32 },
    { root: 'HKLM', path, view: 64 },
  ];
}

const nameOf = ({ root, view }: RegistryPath): string =>
  view === undefined ? root : `${root}, ${view} bits`;

const text = (value: string): RegistryValue => ({ type: 'string', text: value });
const expandable = (value: string): RegistryValue => ({ type: 'expandable-string', text: value });

/** What was found, as far as this machine does not decide it. */
function summary({ phones }: LocatedPhones): readonly (readonly [DiscoveryPlace, string])[] {
  return phones.map(({ executable, foundBy }) => [foundBy, executable]);
}

function remarkAt({ steps }: LocatedPhones, place: DiscoveryPlace): string {
  return steps.flatMap((step) => (step.place === place ? (step.remark ?? []) : [])).join('\n');
}

describe('the search for MicroSIP on Windows', () => {
  let bed: DiscoveryBed;
  beforeEach(async () => {
    bed = await DiscoveryBed.open();
  });
  afterEach(async () => {
    await bed[Symbol.asyncDispose]();
  });

  const search = async (): Promise<LocatedPhones> => await searchPhones({ backend: 'windows' }, signal);

  it('finds none where none is, and says where it looked', async () => {
    const { phones, steps } = await search();
    assert.deepEqual(phones, []);
    assert.deepEqual(
      [...new Set(steps.map(({ place }) => place))],
      [
        ...['user-registry', 'machine-registry', 'app-paths', 'uninstall-entries'],
        ...['program-folders', 'local-app-data', 'running-process', 'search-path'],
      ],
    );
    assert.deepEqual(
      steps.flatMap(({ named, remark }) => [...named, ...(remark === undefined ? [] : [remark])]),
      [],
    );
    await assert.rejects(findInstallation(), { code: 'NOT_INSTALLED', message: /App Paths.*PATH/u });
    assert.deepEqual(await findInstallations(), []);
  });

  describe("by MicroSIP's own key", () => {
    for (const key of keysOf(installer)) {
      const place = key.root === 'HKCU' ? 'user-registry' : 'machine-registry';

      it(`finds the copy whose folder it names: ${nameOf(key)}`, async () => {
        const executable = bed.program(bed.path('Prográms ü', 'MicroSIP'), { version: '3.21.6' });
        await bed.write(key, '', path.dirname(executable));
        const { phones } = await search();
        assert.deepEqual(
          phones.map((phone) => [phone.executable, phone.foundBy, phone.fileVersion]),
          [[executable, place, '3.21.6']],
        );
      });

      it(`takes that copy for an installed one as MicroSIP does: ${nameOf(key)}`, async () => {
        const executable = bed.program(bed.path('MicroSIP'));
        await bed.write(key, '', path.dirname(executable).toUpperCase());
        const installation = await findInstallation({ backend: 'windows' });
        const native = await loadNativeWindows();
        // MicroSIP, a 32-bit program, does not see the 64-bit view.
        const [data, log] =
          key.view === 64
            ? [path.dirname(executable).toUpperCase(), path.dirname(executable).toUpperCase()]
            : [native?.knownFolder('roaming-app-data'), native?.knownFolder('local-app-data')].map((folder) =>
                path.join(folder ?? '', 'MicroSIP'),
              );
        assert.deepEqual([installation.dataDirectory, installation.logDirectory], [data, log]);
      });
    }

    it("believes the user's key before the machine's, about what is installed as well", async () => {
      const [own, machine] = [bed.path('own'), bed.path('machine')].map((folder) => bed.program(folder));
      const [user, machine32] = keysOf(installer);
      assert.ok(own !== undefined && machine !== undefined && user !== undefined && machine32 !== undefined);
      await bed.write(user, '', path.dirname(own));
      await bed.write(machine32, '', path.dirname(machine));
      const { phones } = await search();
      assert.deepEqual(
        phones.map(({ executable, portable }) => [executable, portable]),
        [
          [own, false],
          [machine, true],
        ],
      );
    });

    const odd: readonly {
      readonly what: string;
      readonly value: (folder: string) => RegistryValue;
      /** Whether MicroSIP, which reads it letter for letter, takes itself for installed. */
      readonly installed?: true;
    }[] = [
      { what: 'a backslash at its end', value: (folder) => text(`${folder}\\`) },
      { what: 'quotes around it', value: (folder) => text(`"${folder}"`) },
      { what: 'slashes in it', value: (folder) => text(folder.replaceAll('\\', '/')) },
      { what: String.raw`\\?\ before it`, value: (folder) => text(`\\\\?\\${folder}`) },
      { what: 'blanks around it', value: (folder) => text(` ${folder} `) },
      { what: 'a variable in it', value: (folder) => text(`%TEMP%\\${path.relative(tempFolder(), folder)}`) },
      {
        what: 'a variable in it, to be expanded',
        value: (folder) => expandable(`%TEMP%\\${path.relative(tempFolder(), folder)}`),
      },
      {
        what: 'a NUL and more after it',
        value: (folder) => ({
          type: 'binary',
          kind: 1,
          bytes: Buffer.from(`${folder}\0and more\0`, 'utf16le'),
        }),
        installed: true,
      },
      {
        what: 'no NUL at its end',
        value: (folder) => ({ type: 'binary', kind: 1, bytes: Buffer.from(folder, 'utf16le') }),
        installed: true,
      },
      { what: 'the program instead of its folder', value: (folder) => text(`${folder}\\microsip.exe`) },
    ];
    for (const { installed = false, value, what } of odd) {
      it(`understands a value with ${what}, and says whether MicroSIP does`, async () => {
        const executable = bed.program(bed.path('odd'));
        await bed.write({ root: 'HKCU', path: installer }, '', value(path.dirname(executable)));
        const found = await search();
        assert.deepEqual(summary(found), [['user-registry', executable]]);
        assert.equal(found.phones[0]?.portable, !installed);
        assert.equal(/portable|should stand/u.test(remarkAt(found, 'user-registry')), !installed);
      });
    }

    const wrong: readonly {
      readonly what: string;
      readonly value: () => RegistryValue;
      readonly remark: RegExp;
    }[] = [
      { what: 'a folder that is gone', value: () => text(bed.path('gone')), remark: /gone is not there/u },
      {
        what: 'a folder with nothing in it',
        value: () => text(made(bed.path('empty'))),
        remark: /there is no microsip\.exe in .*empty/u,
      },
      {
        what: 'a file that is no program',
        value: () => text(writtenFile(bed.path('notes.txt'))),
        remark: /is a file and no program/u,
      },
      { what: 'a relative path', value: () => text('MicroSIP'), remark: /is no full path: MicroSIP/u },
      { what: 'a drive without a path', value: () => text('C:MicroSIP'), remark: /is no full path/u },
      { what: 'no path', value: () => text('what <is> this?'), remark: /is no path/u },
      {
        what: 'a variable that is not set',
        value: () => expandable('%NO_SUCH_VARIABLE%\\MicroSIP'),
        remark: /variable that is not set/u,
      },
      { what: 'a number', value: () => ({ type: 'number', number: 7 }), remark: /is no text/u },
      {
        what: 'bytes',
        value: () => ({ type: 'binary', kind: 3, bytes: Uint8Array.of(1, 2) }),
        remark: /is no text/u,
      },
      { what: 'nothing', value: () => text(''), remark: /^$/u },
      {
        what: 'a path longer than any',
        value: () => text(`C:\\${'long\\'.repeat(7000)}`),
        remark: /is no path/u,
      },
      {
        what: 'a server that is not there',
        value: () => text('\\\\no-such-server.invalid\\share\\MicroSIP'),
        remark: /is not there/u,
      },
    ];
    for (const { remark, value, what } of wrong) {
      it(`goes on when it names ${what}`, async () => {
        await bed.write({ root: 'HKCU', path: installer }, '', value());
        const executable = bed.program(bed.path('searched'));
        const found = await search();
        assert.deepEqual(summary(found), [['search-path', executable]]);
        assert.match(remarkAt(found, 'user-registry'), remark);
      });
    }

    it('finds a copy at a path of more than 260 characters, and says that Windows does not start it', async () => {
      const folder = bed.path(
        ...Array.from({ length: 6 }, (_, index) => `${index} ${'long '.repeat(9)}name`),
      );
      const executable = bed.program(folder);
      assert.ok(executable.length > 260);
      await bed.write({ root: 'HKCU', path: installer }, '', folder);
      const found = await search();
      assert.deepEqual(summary(found), [['user-registry', executable]]);
      assert.match(remarkAt(found, 'user-registry'), /longer than 259 characters/u);
    });

    it('finds a program that was renamed, whose files have its new name', async () => {
      const executable = bed.program(bed.path('renamed'), { name: 'Büro phone' });
      writeFileSync(bed.path('renamed', 'Uninstall.exe'), 'MZ');
      await bed.write({ root: 'HKCU', path: installer }, '', bed.path('renamed'));
      const found = await search();
      assert.deepEqual(summary(found), [['user-registry', executable]]);
      assert.match(remarkAt(found, 'user-registry'), /renamed to Büro phone\.exe/u);
      const installation = await findInstallation({ backend: 'windows' });
      assert.equal(path.basename(phoneFiles(installation).settings), 'Büro phone.ini');
    });

    it('is not led astray by other programs in its folder', async () => {
      made(bed.path('others'));
      for (const name of ['Uninstall.exe', 'other.exe']) writeFileSync(bed.path('others', name), 'MZ');
      await bed.write({ root: 'HKCU', path: installer }, '', bed.path('others'));
      assert.deepEqual(summary(await search()), []);
    });
  });

  describe('by App Paths', () => {
    const written: readonly (readonly [what: string, value: (executable: string) => RegistryValue])[] = [
      ['the program', (executable) => text(executable)],
      ['the program in quotes', (executable) => text(`"${executable}"`)],
      [
        'the program with a variable',
        (executable) => expandable(`%TEMP%\\${path.relative(tempFolder(), executable)}`),
      ],
      ['its folder', (executable) => text(path.dirname(executable))],
    ];
    for (const key of keysOf(appPath)) {
      for (const [what, value] of written) {
        it(`finds the copy when it names ${what}: ${nameOf(key)}`, async () => {
          const executable = bed.program(bed.path('app'));
          await bed.write(key, '', value(executable));
          assert.deepEqual(summary(await search()), [['app-paths', executable]]);
        });
      }
    }

    it('says what is wrong with a program that is gone', async () => {
      await bed.write({ root: 'HKCU', path: appPath }, '', bed.path('gone', 'microsip.exe'));
      const found = await search();
      assert.deepEqual(found.phones, []);
      assert.match(remarkAt(found, 'app-paths'), /microsip\.exe is not there/u);
      await assert.rejects(findInstallation(), { message: /gone\\microsip\.exe is not there/u });
    });
  });

  describe('by the list of installed programs', () => {
    const told: readonly (readonly [what: string, values: (folder: string) => Record<string, string>])[] = [
      ['its folder', (folder) => ({ InstallLocation: folder })],
      ['its folder in quotes', (folder) => ({ InstallLocation: `"${folder}\\"` })],
      ['its icon', (folder) => ({ DisplayIcon: `${folder}\\microsip.exe,0` })],
      ['its icon in quotes', (folder) => ({ DisplayIcon: `"${folder}\\microsip.exe",-101` })],
      ['its uninstaller', (folder) => ({ UninstallString: `${folder}\\Uninstall.exe /S` })],
      ['its uninstaller in quotes', (folder) => ({ UninstallString: `"${folder}\\Uninstall.exe" /S` })],
      [
        'its folder, among values that are wrong',
        (folder) => ({
          DisplayIcon: 'nothing.ico',
          InstallLocation: folder,
          UninstallString: 'MsiExec.exe /X{00000000-0000-0000-0000-000000000000}',
        }),
      ],
    ];
    for (const key of keysOf(uninstall)) {
      for (const [what, values] of told) {
        it(`finds the copy by ${what}: ${nameOf(key)}`, async () => {
          const executable = bed.program(bed.path('listed copy'));
          await bed.write(key, 'DisplayName', 'MicroSIP 3.22.16');
          for (const [name, value] of Object.entries(values(path.dirname(executable)))) {
            await bed.write(key, name, value);
          }
          assert.deepEqual(summary(await search()), [['uninstall-entries', executable]]);
        });
      }
    }

    it('passes over other programs, whatever they name', async () => {
      const executable = bed.program(bed.path('other'));
      const [key] = keysOf(uninstall);
      assert.ok(key);
      await bed.write(key, 'DisplayName', 'MicroSIPhon');
      await bed.write(key, 'InstallLocation', path.dirname(executable));
      assert.deepEqual(summary(await search()), []);
    });
  });

  describe('by folders', () => {
    const usual: readonly (readonly [place: DiscoveryPlace, ...names: string[]])[] = [
      ['program-folders', 'programs', 'MicroSIP'],
      ['program-folders', 'programs of 32 bits', 'MicroSIP'],
      ['program-folders', 'programs of 64 bits', 'MicroSIP'],
      ['local-app-data', 'local', 'MicroSIP'],
      ['local-app-data', 'local', 'Programs', 'MicroSIP'],
      ['search-path', 'searched'],
    ];
    for (const [place, ...names] of usual) {
      it(`finds a copy in ${names.join('\\')}, as a portable one`, async () => {
        const executable = bed.program(bed.path(...names));
        assert.deepEqual(summary(await search()), [[place, executable]]);
        const { dataDirectory, logDirectory } = await findInstallation();
        assert.deepEqual([dataDirectory, logDirectory], [bed.path(...names), bed.path(...names)]);
      });
    }

    it('looks into every folder of PATH, in quotes or not, but into none that depends on where one stands', async () => {
      const executable = bed.program(bed.path('with; semicolon'));
      bed.program(bed.path('second'));
      process.env['PATH'] = `relative;;${bed.path('missing')};"${bed.path('second')}";.`;
      assert.deepEqual(summary(await search()), [['search-path', bed.path('second', 'microsip.exe')]]);
      assert.ok(executable);
    });
  });

  describe('by phones that run', () => {
    it('finds a portable copy that nothing else leads to, whatever its name', async () => {
      await using phone = standInPhone({ folder: bed.path('über all'), name: 'my phone' });
      assert.deepEqual(summary(await search()), []);
      await phone.start();
      assert.deepEqual(summary(await search()), [['running-process', phone.executable]]);
      const [found] = await findInstallations();
      assert.equal(found?.running, true);
      assert.equal(found.chosen, true);
    });

    it('decides between several copies, where exactly one runs', async () => {
      const first = bed.program(bed.path('first'));
      await bed.write({ root: 'HKCU', path: installer }, '', path.dirname(first));
      await using second = standInPhone({ folder: bed.path('programs', 'MicroSIP') });
      await using third = standInPhone({ folder: bed.path('searched') });
      const chosen = async (): Promise<string> => (await findInstallation()).executable;
      assert.equal(await chosen(), first);
      await third.start();
      assert.equal(await chosen(), third.executable);
      assert.deepEqual(
        (await findInstallations()).map((each) => [each.executable, each.running, each.chosen]),
        [
          [first, false, false],
          [second.executable, false, false],
          [third.executable, true, true],
        ],
      );
      await second.start();
      assert.equal(await chosen(), first);
    });
  });

  it('finds the same without koffi, by reg.exe', async () => {
    const [user, machine32, machine64] = keysOf(installer);
    assert.ok(user !== undefined && machine32 !== undefined && machine64 !== undefined);
    await bed.write(user, '', path.dirname(bed.program(bed.path('Zoë’s “phone”'))));
    await bed.write(machine32, '', path.dirname(bed.program(bed.path('machine 32'))));
    await bed.write(machine64, '', path.dirname(bed.program(bed.path('machine 64'))));
    // Windows shows both views the same App Paths.
    for (const [index, key] of keysOf(appPath).slice(0, 2).entries()) {
      await bed.write(key, '', `"${bed.program(bed.path(`app ${index}`))}"`);
    }
    for (const [index, key] of keysOf(uninstall).entries()) {
      await bed.write(key, 'DisplayName', 'MicroSIP');
      await bed.write(key, 'DisplayIcon', `${bed.program(bed.path(`listed ${index}`))},0`);
    }
    const [windows] = (await thisWindows()).surroundings;
    assert.ok(windows);
    const withoutKoffi = { ...windows, registry: new RegProgram({ program: windowsSystem().reg }) };
    const found = await new WindowsSearch(withoutKoffi, signal).everywhere();
    assert.deepEqual(summary(found), summary(await search()));
    assert.equal(found.phones.length, 8);
  });

  it('lists a copy once, by the first of the places that lead to it', async () => {
    const executable = bed.program(bed.path('programs', 'MicroSIP'));
    for (const key of [...keysOf(appPath), ...keysOf(installer)]) {
      await bed.write(key, '', executable.toUpperCase());
    }
    assert.deepEqual(
      summary(await search()).map(([place, found]) => [place, found.toLowerCase()]),
      [['user-registry', executable.toLowerCase()]],
    );
  });

  describe('remembers what it found', () => {
    it('as long as the program stays what it was', async () => {
      const folder = bed.path('programs', 'MicroSIP');
      bed.program(folder, { version: '3.20.5' });
      assert.equal((await findInstallation()).version, '3.20.5');
      bed.program(folder, { version: '3.21.6' });
      assert.equal((await findInstallation()).version, '3.21.6');
    });

    it('and tells the steps again', async () => {
      bed.program(bed.path('programs', 'MicroSIP'));
      const told: unknown[][] = [];
      for (let round = 0; round < 2; round++) {
        const steps: unknown[] = [];
        await findInstallation({ onStep: (step) => steps.push(step) });
        told.push(steps);
      }
      assert.ok((told[0]?.length ?? 0) > 10);
      assert.deepEqual(told[1], told[0]);
    });
  });

  it('takes the version that was given before that of the program, and that before the one in the ini', async () => {
    const folder = bed.path('programs', 'MicroSIP');
    bed.program(folder, { version: '3.21.6' });
    writeFileSync(path.join(folder, 'microsip.ini'), '[Global]\r\nversion=3.22.3\r\n');
    assert.equal((await findInstallation({ version: '3.20.5' })).version, '3.20.5');
    assert.equal((await findInstallation()).version, '3.21.6');
    writeFileSync(path.join(folder, 'microsip.exe'), 'no program that could be read');
    assert.equal((await findInstallation()).version, '3.22.3');
  });

  describe('for a program that was named', () => {
    const spellings: readonly (readonly [what: string, spell: (executable: string) => string])[] = [
      ['as Windows does', (executable) => executable],
      ['with slashes', (executable) => executable.replaceAll('\\', '/')],
      ['relative to here', (executable) => path.relative(process.cwd(), executable)],
    ];
    for (const [how, spell] of spellings) {
      it(`takes it, ${how}`, async () => {
        const executable = bed.program(bed.path('named ü'), { name: 'phone', version: '3.22.3' });
        const installation = await findInstallation({ executable: spell(executable) });
        const { foundBy, version } = installation;
        assert.deepEqual([installation.executable, foundBy, version], [executable, 'option', '3.22.3']);
        assert.equal(installation.launch.workingDirectory, path.dirname(executable));
      });
    }

    it('takes one by its name alone from PATH', async () => {
      const executable = bed.program(bed.path('searched'), { name: 'phone' });
      assert.equal((await findInstallation({ executable: 'phone.exe' })).executable, executable);
      await assert.rejects(findInstallation({ executable: 'no-such-phone.exe' }), {
        code: 'NOT_INSTALLED',
        message: /PATH.*full path/u,
      });
    });

    it('refuses a folder, and says what to write', async () => {
      const folder = made(bed.path('folder.exe'));
      await assert.rejects(findInstallation({ executable: folder }), {
        code: 'INVALID_ARGUMENT',
        message: /folder\.exe\\microsip\.exe/u,
      });
    });

    it('knows whether it is installed', async () => {
      const executable = bed.program(bed.path('installed'));
      assert.equal((await findInstallation({ executable })).dataDirectory, bed.path('installed'));
      await bed.write({ root: 'HKCU', path: installer }, '', bed.path('installed'));
      const [found] = (await searchPhones({ backend: 'windows', executable }, signal)).phones;
      assert.equal(found?.portable, false);
    });
  });
});

function tempFolder(): string {
  return process.env['TEMP'] ?? '';
}

function made(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}

function writtenFile(file: string): string {
  writeFileSync(file, 'nothing');
  return file;
}
