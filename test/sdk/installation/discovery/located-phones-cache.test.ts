import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';

import { LocatedPhonesCache } from '../../../../sdk/src/installation/discovery/located-phones-cache.ts';
import type { LocatedPhones } from '../../../../sdk/src/installation/discovery/located-phone.ts';
import { WindowsSearch } from '../../../../sdk/src/installation/discovery/windows-search.ts';
import { WindowsInFolder } from './windows-in-folder.ts';

const never = new AbortController().signal;
const executable = 'C:\\Searched\\microsip.exe';

describe('what searches found', () => {
  let windows: WindowsInFolder;
  let searches: number;
  let now: number;
  let cache: LocatedPhonesCache;
  beforeEach(() => {
    windows = new WindowsInFolder();
    searches = 0;
    now = 0;
    cache = new LocatedPhonesCache(() => now);
  });
  afterEach(() => {
    windows[Symbol.dispose]();
  });

  const ask = async (question = 'where?', search = everywhere): Promise<LocatedPhones> =>
    await cache.get(question, search, never);
  const everywhere = async (): Promise<LocatedPhones> => {
    searches++;
    return await new WindowsSearch(windows, never).everywhere();
  };

  it('is believed while it is true, for half a minute', async () => {
    windows.addProgram(executable);
    const first = await ask();
    now = 30_000;
    assert.equal(await ask(), first);
    assert.equal(searches, 1);
    now = 30_001;
    assert.notEqual(await ask(), first);
    assert.equal(searches, 2);
  });

  it('is looked for anew when the program is another one', async () => {
    windows.addProgram(executable);
    await ask();
    writeFileSync(windows.local(executable), 'MZ and more');
    await ask();
    assert.equal(searches, 2);
  });

  it('is looked for anew when the program is gone', async () => {
    windows.addProgram(executable);
    await ask();
    rmSync(windows.local(executable));
    assert.deepEqual((await ask()).phones, []);
  });

  it('is not kept when it is nothing: a program may be installed in the next moment', async () => {
    assert.deepEqual((await ask()).phones, []);
    windows.addProgram(executable);
    assert.equal((await ask()).phones.length, 1);
  });

  it('is not kept for a named program that is not there', async () => {
    const named = async (): Promise<LocatedPhones> => {
      searches++;
      return await new WindowsSearch(windows, never).named(executable);
    };
    assert.equal((await ask('named', named)).phones[0]?.file, undefined);
    windows.addProgram(executable);
    assert.notEqual((await ask('named', named)).phones[0]?.file, undefined);
    assert.equal(searches, 2);
  });

  it('is kept for each question', async () => {
    windows.addProgram(executable);
    await ask('one');
    await ask('another');
    assert.equal(searches, 2);
  });
});
