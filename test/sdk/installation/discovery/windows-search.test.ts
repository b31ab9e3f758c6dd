import assert from 'node:assert/strict';
import path from 'node:path';

import fc from 'fast-check';

import type { DiscoveryPlace } from '../../../../sdk/src/installation/discovery/discovery-step.ts';
import type { LocatedPhones } from '../../../../sdk/src/installation/discovery/located-phone.ts';
import { tellingKeys } from '../../../../sdk/src/installation/discovery/registry-leads.ts';
import { WindowsSearch } from '../../../../sdk/src/installation/discovery/windows-search.ts';
import type {
  RegistryKey,
  WindowsRegistry,
} from '../../../../sdk/src/installation/registry/windows-registry.ts';
import { MicroSipError } from '../../../../sdk/src/microsip-error.ts';
import { keyTree, registryValue } from '../../../support/sdk/registry-arbitraries.ts';
import { WindowsInFolder } from './windows-in-folder.ts';

const never = new AbortController().signal;

async function searched(windows: WindowsInFolder, signal = never): Promise<LocatedPhones> {
  return await new WindowsSearch(windows, signal).everywhere();
}

const found = ({ phones }: LocatedPhones): readonly (readonly [DiscoveryPlace, string])[] =>
  phones.map(({ executable, foundBy }) => [foundBy, executable]);

/** The places besides the registry, in their order, and the program that each leads to. */
const folders: readonly (readonly [place: DiscoveryPlace, executable: string])[] = [
  ['program-folders', 'C:\\Programs\\MicroSIP\\microsip.exe'],
  ['local-app-data', 'C:\\Local\\MicroSIP\\microsip.exe'],
  ['local-app-data', 'C:\\Local\\Programs\\MicroSIP\\microsip.exe'],
  ['running-process', 'C:\\Running\\phone.exe'],
  ['search-path', 'C:\\Searched\\microsip.exe'],
];

describe('the search for MicroSIP', () => {
  it('finds the copies that are there, each once, in the order of the places that name them', async () => {
    const copies = ['C:\\a\\microsip.exe', 'C:\\b ü\\microsip.exe', 'C:\\c\\microsip.exe'];
    const missing = 'C:\\gone\\microsip.exe';
    const named = fc.record({
      registry: fc.tuple(...tellingKeys.map(() => fc.option(fc.constantFrom(...copies, missing)))),
      folders: fc.tuple(...folders.map(() => fc.boolean())),
    });
    await fc.assert(
      fc.asyncProperty(named, async (told) => {
        using windows = new WindowsInFolder();
        for (const copy of copies) windows.addProgram(copy);
        for (const [index, executable] of told.registry.entries()) {
          if (executable !== null) nameIn(windows, index, executable);
        }
        const there = folders.filter((_folder, index) => told.folders[index]);
        for (const [, executable] of there) windows.addProgram(executable);
        windows.running = there.flatMap(([place, executable]) =>
          place === 'running-process' ? [executable] : [],
        );

        const expected = new Map<string, DiscoveryPlace>();
        for (const [index, executable] of told.registry.entries()) {
          const place = tellingKeys[index]?.place;
          if (executable === null || executable === missing || place === undefined) continue;
          if (!expected.has(executable)) expected.set(executable, place);
        }
        for (const [place, executable] of there) expected.set(executable, place);

        const result = await searched(windows);
        assert.deepEqual(
          found(result),
          [...expected].map(([executable, place]) => [place, executable]),
        );
        const remarks = result.steps.filter(({ remark }) => remark !== undefined);
        assert.equal(remarks.length, told.registry.filter((executable) => executable === missing).length);
      }),
      { numRuns: 100 },
    );
  });

  it('never fails, whatever stands in the registry', async () => {
    using windows = new WindowsInFolder();
    windows.addProgram('C:\\Searched\\microsip.exe');
    await fc.assert(
      fc.asyncProperty(
        fc.array(keyTree(registryValue, 2), { maxLength: tellingKeys.length }),
        async (trees) => {
          windows.registry = readingOnly((index) => trees[index]);
          assert.deepEqual(found(await searched(windows)), [['search-path', 'C:\\Searched\\microsip.exe']]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('goes on where it may not read, and says so', async () => {
    using windows = new WindowsInFolder();
    windows.addProgram('C:\\Searched\\microsip.exe');
    windows.registry = {
      read: () => Promise.reject(new MicroSipError('ACCESS_DENIED', 'Windows does not let you')),
      change: () => Promise.reject(new Error('nothing is changed')),
    };
    const result = await searched(windows);
    assert.equal(found(result).length, 1);
    assert.equal(result.steps.filter(({ remark }) => remark === 'Windows does not let you').length, 9);
  });

  it('goes on without the environment, and says why', async () => {
    using windows = new WindowsInFolder();
    windows.addProgram('C:\\a\\microsip.exe');
    windows.memory.write({ root: 'HKCU', path: 'Software\\MicroSIP' }, { '': 'C:\\a' });
    windows.environment = () =>
      Promise.reject(new MicroSipError('LAUNCH_FAILED', 'reg.exe could not be run'));
    const result = await searched(windows);
    assert.deepEqual(found(result), [['user-registry', 'C:\\a\\microsip.exe']]);
    assert.deepEqual(result.steps[0], {
      place: 'wine-prefix',
      looked: 'the environment',
      named: [],
      remark: 'reg.exe could not be run',
    });
  });

  it('hides no fault of the kit itself', async () => {
    using windows = new WindowsInFolder();
    windows.registry = {
      read: () => Promise.reject(new TypeError('a fault')),
      change: () => Promise.reject(new Error('nothing is changed')),
    };
    await assert.rejects(searched(windows), TypeError);
  });

  it('ends when it is told to, though a registry never answers', async () => {
    using windows = new WindowsInFolder();
    const given = new AbortController();
    const reason = new Error('enough');
    windows.registry = {
      read: (_key, signal) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason as Error));
          given.abort(reason);
        }),
      change: () => Promise.reject(new Error('nothing is changed')),
    };
    await assert.rejects(searched(windows, given.signal), reason);
  });

  describe('for phones that run', () => {
    it('asks at once where that costs little', async () => {
      using windows = new WindowsInFolder();
      windows.addProgram('C:\\Searched\\microsip.exe');
      await searched(windows);
      assert.equal(windows.looksAtRunning, 1);
    });

    it('asks only if nothing else was found where it costs much', async () => {
      using windows = new WindowsInFolder();
      windows.isCheapToLook = false;
      windows.addProgram('C:\\Running\\phone.exe');
      windows.running = ['C:\\Running\\phone.exe'];
      const result = await searched(windows);
      assert.deepEqual(found(result), [['running-process', 'C:\\Running\\phone.exe']]);
      assert.deepEqual(
        result.steps.map(({ place }) => place).slice(-2),
        ['running-process', 'search-path'],
        'steps are told in the order of the places',
      );
      windows.addProgram('C:\\Searched\\microsip.exe');
      assert.deepEqual(found(await searched(windows)), [['search-path', 'C:\\Searched\\microsip.exe']]);
      assert.equal(windows.looksAtRunning, 1);
    });

    it('says when that cannot be found out', async () => {
      using windows = new WindowsInFolder();
      windows.running = 'unknown';
      const { steps } = await searched(windows);
      assert.equal(steps.find(({ place }) => place === 'running-process')?.remark, 'cannot be found out');
    });
  });

  describe('for a program that is named', () => {
    const named = async (windows: WindowsInFolder, name: string): Promise<LocatedPhones> =>
      await new WindowsSearch(windows, never).named(name);

    it('takes a full path, whether or not the program is there', async () => {
      using windows = new WindowsInFolder();
      const executable = 'C:\\x\\phone.exe';
      const missing = await named(windows, executable);
      assert.deepEqual([missing.phones[0]?.file, missing.steps[0]?.remark], [undefined, 'is not there']);
      windows.addProgram(executable);
      const there = await named(windows, executable);
      assert.deepEqual(
        [there.phones[0]?.local, there.steps[0]?.remark],
        [windows.local(executable), undefined],
      );
    });

    it('looks for a name alone in PATH, and for no other program there', async () => {
      using windows = new WindowsInFolder();
      windows.addProgram('C:\\Searched\\microsip.exe');
      const none = await named(windows, 'phone.exe');
      assert.deepEqual(none, {
        phones: [],
        steps: [
          {
            place: 'option',
            looked: 'phone.exe',
            named: [],
            remark: 'is neither in this folder nor in those of PATH',
          },
        ],
      });
      windows.addProgram('C:\\Searched\\phone.exe');
      assert.deepEqual(found(await named(windows, 'phone.exe')), [['option', 'C:\\Searched\\phone.exe']]);
    });

    it('refuses a folder, and says what to write', async () => {
      using windows = new WindowsInFolder();
      windows.addProgram('C:\\folder.exe\\microsip.exe');
      await assert.rejects(named(windows, 'C:\\folder.exe'), {
        code: 'INVALID_ARGUMENT',
        message: /name the program in it: C:\\folder\.exe\\microsip\.exe$/u,
      });
    });
  });

  describe('for the folders of a phone', () => {
    const executable = 'C:\\Programs\\MicroSIP\\microsip.exe';
    const foldersOf = async (windows: WindowsInFolder): Promise<readonly (string | undefined)[]> => {
      const [phone] = (await searched(windows)).phones;
      return [phone?.dataDirectory, phone?.logDirectory];
    };

    it('takes a phone that no key names for a portable one', async () => {
      using windows = new WindowsInFolder();
      windows.addProgram(executable);
      const folder = windows.local(path.win32.dirname(executable));
      assert.deepEqual(await foldersOf(windows), [folder, folder]);
    });

    it('believes the folders of the user in the registry before the environment', async () => {
      using windows = new WindowsInFolder();
      windows.addProgram(executable);
      windows.memory.write(
        { root: 'HKLM', path: 'Software\\MicroSIP' },
        { '': path.win32.dirname(executable) },
      );
      assert.deepEqual(await foldersOf(windows), [
        windows.local('C:\\Roaming\\MicroSIP'),
        windows.local('C:\\Local\\MicroSIP'),
      ]);
      windows.memory.write(
        { root: 'HKCU', path: 'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders' },
        {
          AppData: { type: 'expandable-string', text: '%ProgramFiles%\\Moved' },
          'Local AppData': 'C:\\Kept',
        },
      );
      assert.deepEqual(await foldersOf(windows), [
        windows.local('C:\\Programs\\Moved\\MicroSIP'),
        windows.local('C:\\Kept\\MicroSIP'),
      ]);
    });

    it('does not guess where Windows names a folder that is out of reach', async () => {
      using windows = new WindowsInFolder();
      windows.addProgram(executable);
      windows.memory.write(
        { root: 'HKCU', path: 'Software\\MicroSIP' },
        { '': path.win32.dirname(executable) },
      );
      windows.memory.write(
        { root: 'HKCU', path: 'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders' },
        { AppData: '\\\\server\\profiles\\ada' },
      );
      assert.deepEqual(await foldersOf(windows), [undefined, windows.local('C:\\Local\\MicroSIP')]);
    });
  });
});

/** Has a key name a program as such keys do. */
function nameIn({ memory }: WindowsInFolder, index: number, executable: string): void {
  const telling = tellingKeys[index];
  assert.ok(telling);
  const { key, place } = telling;
  if (place === 'uninstall-entries') {
    const entry = { DisplayName: 'MicroSIP', InstallLocation: path.win32.dirname(executable) };
    memory.write({ ...key, path: `${key.path}\\MicroSIP` }, entry);
  } else {
    memory.write(key, { '': place === 'app-paths' ? executable : path.win32.dirname(executable) });
  }
}

function readingOnly(read: (index: number) => RegistryKey | undefined): WindowsRegistry {
  return {
    read: (key) =>
      Promise.resolve(
        read(tellingKeys.findIndex((telling) => JSON.stringify(telling.key) === JSON.stringify(key))),
      ),
    change: () => Promise.reject(new Error('nothing is changed')),
  };
}
