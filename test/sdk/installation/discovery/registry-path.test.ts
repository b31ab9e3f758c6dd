import assert from 'node:assert/strict';
import path from 'node:path';

import fc from 'fast-check';

import {
  iconFileIn,
  pathIn,
  pathOfText,
  programIn,
} from '../../../../sdk/src/installation/discovery/registry-path.ts';
import type { RegistryValue } from '../../../../sdk/src/installation/registry/windows-registry.ts';
import { registryValue } from '../../../support/sdk/registry-arbitraries.ts';

const environment = { ProgramFiles: 'C:\\Program Files', Odd: '%Odd%', Empty: '' };
const text = (value: string): RegistryValue => ({ type: 'string', text: value });

/** Texts made of what paths, command lines and mistakes in them are made of. */
const pathLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'C:',
        'c:\\',
        '\\',
        '/',
        '"',
        '.exe',
        ',0',
        ' ',
        '.',
        '..',
        '%ProgramFiles%',
        '%x%',
        '%',
      ),
      fc.constantFrom(
        '\\\\?\\',
        '\\\\?\\UNC\\',
        '\\\\.\\',
        '\\\\server\\share\\',
        'MicroSIP',
        'ü',
        '<',
        '\0',
        '\n',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('a value of the registry that should be a path', () => {
  const readers = { pathIn, iconFileIn, programIn };
  for (const [name, read] of Object.entries(readers)) {
    it(`is a full path or none, whatever it holds: ${name}`, () => {
      const value = fc.oneof(
        pathLike.map(text),
        pathLike.map((value): RegistryValue => ({ type: 'expandable-string', text: value })),
        registryValue,
      );
      fc.assert(
        fc.property(value, (held) => {
          const { path: file, remark } = read(held, environment);
          assert.ok(file === undefined || remark === undefined);
          if (file === undefined) return;
          assert.ok(path.win32.isAbsolute(file), file);
          assert.match(file, /^(?:[a-z]:\\|\\\\[^\\?.])/iu);
          assert.doesNotMatch(file, /["<>|*?\p{Cc}/]/u);
          assert.ok(path.win32.parse(file).root === file || !file.endsWith('\\'), file);
          assert.equal(path.win32.normalize(file), file);
        }),
        { numRuns: 2000 },
      );
    });
  }

  it('stays the path it is when it is read again', () => {
    fc.assert(
      fc.property(pathLike, (written) => {
        const { path: file } = pathIn(text(written), {});
        // Windows has no names that end with a blank.
        fc.pre(file !== undefined && !/\s(?:\\|$)/u.test(file));
        assert.deepEqual(pathIn(text(file), {}), { path: file });
        assert.deepEqual(pathIn(text(`"${file}\\"`), {}), { path: file });
      }),
      { numRuns: 2000 },
    );
  });

  const understood: readonly (readonly [read: keyof typeof readers, written: string, file: string])[] = [
    ['pathIn', 'C:\\Program Files\\MicroSIP', 'C:\\Program Files\\MicroSIP'],
    ['pathIn', '%programfiles%\\MicroSIP\\', 'C:\\Program Files\\MicroSIP'],
    ['pathIn', '"C:/MicroSIP/"', 'C:\\MicroSIP'],
    ['pathIn', ' \\\\?\\C:\\MicroSIP ', 'C:\\MicroSIP'],
    ['pathIn', '\\\\?\\UNC\\server\\share\\MicroSIP', '\\\\server\\share\\MicroSIP'],
    ['pathIn', 'C:\\a\\..\\MicroSIP\\.', 'C:\\MicroSIP'],
    ['pathIn', 'C:\\MicroSIP\0\\more', 'C:\\MicroSIP'],
    ['iconFileIn', '"C:\\My Phone\\microsip.exe",0', 'C:\\My Phone\\microsip.exe'],
    ['iconFileIn', 'C:\\My Phone\\microsip.exe , -101', 'C:\\My Phone\\microsip.exe'],
    ['iconFileIn', '"C:\\My Phone\\microsip.exe" , 0', 'C:\\My Phone\\microsip.exe'],
    ['iconFileIn', 'C:\\My, 7 phones\\microsip.exe', 'C:\\My, 7 phones\\microsip.exe'],
    ['programIn', '"C:\\My Phone\\Uninstall.exe" /S', 'C:\\My Phone\\Uninstall.exe'],
    ['programIn', 'C:\\My Phone\\Uninstall.exe /S _?=C:\\x.exe', 'C:\\My Phone\\Uninstall.exe'],
    ['programIn', 'C:\\My .exe files\\Uninstall.EXE', 'C:\\My .exe'],
  ];
  for (const [read, written, file] of understood) {
    it(`is understood by ${read}: ${JSON.stringify(written)}`, () => {
      assert.deepEqual(readers[read](text(written), environment), { path: file });
    });
  }

  const refused: readonly (readonly [written: string, remark: RegExp])[] = [
    ['MicroSIP', /^is no full path: MicroSIP$/u],
    ['C:MicroSIP', /^is no full path/u],
    ['\\MicroSIP', /^is no full path/u],
    ['\\\\server', /^is no full path/u],
    ['\\\\.\\pipe\\x', /^is no full path/u],
    ['%Missing%\\MicroSIP', /^names a variable that is not set: %Missing%/u],
    ['%Odd%\\MicroSIP', /^names a variable that is not set/u],
    ['C:\\a"b', /^is no path$/u],
    ['C:\\a\nb', /^is no path$/u],
    [`C:\\${'a'.repeat(32_767)}`, /^is no path$/u],
  ];
  for (const [written, remark] of refused) {
    it(`is refused with a reason: ${JSON.stringify(written.slice(0, 30))}`, () => {
      const told = pathIn(text(written), environment);
      assert.equal(told.path, undefined);
      assert.match(told.remark ?? '', remark);
    });
  }

  it('means nothing when it is empty', () => {
    for (const written of ['', '  ', '""', '\0C:\\MicroSIP', '%Empty%']) {
      assert.deepEqual(pathIn(text(written), environment), {});
    }
    assert.deepEqual(pathIn(undefined, environment), {});
    assert.deepEqual(pathOfText('', environment), {});
  });
});
