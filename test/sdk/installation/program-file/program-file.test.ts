import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';

import { bytesAtHand } from '../../../../sdk/src/installation/program-file/byte-source.ts';
import { parseProgramFile } from '../../../../sdk/src/installation/program-file/parse-program-file.ts';
import { readProgramFile } from '../../../../sdk/src/installation/program-file/read-program-file.ts';
import type { ProgramFile } from '../../../../sdk/src/installation/program-file/program-file.ts';
import { skipBecause } from '../../../support/mocha/skip-because.ts';
import { findOnPath } from '../../../support/find-executable.ts';
import { buildProgramFile, type ProgramFileContents } from '../../../support/sdk/build-program-file.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';

const microSip = buildProgramFile({ fileVersion: [3, 22, 16, 0], productName: 'MicroSIP' });

const parse = (bytes: Uint8Array): Promise<ProgramFile | undefined> => parseProgramFile(bytesAtHand(bytes));

describe('a program file', () => {
  let directory: TemporaryDirectory;
  beforeEach(() => {
    directory = temporaryDirectory();
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  const contents: readonly (readonly [string, ProgramFileContents, ProgramFile | undefined])[] = [
    [
      'of MicroSIP',
      { fileVersion: [3, 22, 16, 0], productName: 'MicroSIP' },
      { architecture: 'x86', version: '3.22.16', productName: 'MicroSIP' },
    ],
    ['with a fourth number', { fileVersion: [3, 22, 16, 7] }, { architecture: 'x86', version: '3.22.16.7' }],
    ['with zeros between', { fileVersion: [3, 0, 0, 0] }, { architecture: 'x86', version: '3.0.0' }],
    ['without a version', { fileVersion: [0, 0, 0, 0] }, { architecture: 'x86' }],
    ['without resources', {}, { architecture: 'x86' }],
    [
      'with a name of any letters',
      { fileVersion: [1, 2, 3, 0], productName: 'Téléphone 電話' },
      { architecture: 'x86', version: '1.2.3', productName: 'Téléphone 電話' },
    ],
    [
      'with an empty name',
      { fileVersion: [1, 2, 3, 0], productName: '' },
      { architecture: 'x86', version: '1.2.3' },
    ],
    [
      'for 64 bits',
      { machine: 0x8664, fileVersion: [3, 21, 6, 0] },
      { architecture: 'x64', version: '3.21.6' },
    ],
    [
      'for ARM',
      { machine: 0xaa64, fileVersion: [3, 21, 6, 0] },
      { architecture: 'arm64', version: '3.21.6' },
    ],
    ['for a processor that MicroSIP is not made for', { machine: 0x0200 }, undefined],
  ];
  for (const [title, given, expected] of contents) {
    it(`${title} says so`, async () => {
      const file = path.join(directory.path, 'microsip.exe');
      writeFileSync(file, buildProgramFile(given));
      assert.deepEqual(await readProgramFile(file), expected);
    });
  }

  it('that is none is none', async () => {
    const script = path.join(directory.path, 'script.exe');
    writeFileSync(script, '#!/bin/sh\necho MZ\n'.repeat(100));
    const empty = path.join(directory.path, 'empty.exe');
    writeFileSync(empty, '');
    const folder = path.join(directory.path, 'folder.exe');
    mkdirSync(folder);
    for (const file of [
      script,
      empty,
      folder,
      path.join(directory.path, 'missing.exe'),
      `${script}/below.exe`,
    ]) {
      assert.equal(await readProgramFile(file), undefined);
    }
  });

  it('cut off anywhere says no more than the whole, and nothing else', async () => {
    const whole = await parse(microSip);
    for (let length = 0; length < microSip.length; length++) {
      const cut = await parse(microSip.slice(0, length));
      if (cut !== undefined) assert.deepEqual({ ...whole, ...cut }, whole);
    }
  });

  it('damaged anywhere is read to an end, with nothing from outside of it', async () => {
    const damage = fc.array(
      fc.record({
        at: fc.nat({ max: microSip.length - 1 }),
        bytes: fc.oneof(
          fc.uint8Array({ minLength: 1, maxLength: 4 }),
          fc.constantFrom(
            Uint8Array.of(255, 255, 255, 255),
            Uint8Array.of(0, 0, 0, 128),
            Uint8Array.of(255, 255),
          ),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(damage, async (places) => {
        const damaged = Buffer.from(microSip);
        for (const { at, bytes } of places) damaged.set(bytes.subarray(0, damaged.length - at), at);
        const file = await parse(damaged);
        if (file?.version !== undefined) assert.match(file.version, /^\d{1,4}(\.\d{1,5}){2,3}$/u);
        assert.ok((file?.productName ?? '').length < damaged.length);
      }),
      { numRuns: 5000 },
    );
  });

  it('is never read as a whole', async () => {
    let read = 0;
    const source = bytesAtHand(
      buildProgramFile({ machine: 0x8664, fileVersion: [3, 22, 16, 0], productName: 'M' }),
    );
    await parseProgramFile({
      read: (offset, length) => {
        read += length;
        return source.read(offset, length);
      },
    });
    assert.ok(read < 2000, `${read} bytes`);
  });

  it('as a real linker makes it is read', async function () {
    const compiler = findOnPath(['x86_64-w64-mingw32-gcc']);
    const resourceCompiler = findOnPath(['x86_64-w64-mingw32-windres']);
    if (compiler === undefined || resourceCompiler === undefined) {
      return skipBecause(this, 'no mingw: apt-get install gcc-mingw-w64-x86-64');
    }
    const at = (name: string): string => path.join(directory.path, name);
    writeFileSync(
      at('version.rc'),
      `1 VERSIONINFO
FILEVERSION 3,22,16,0
PRODUCTVERSION 9,9,9,9
{
  BLOCK "StringFileInfo" { BLOCK "040904b0" { VALUE "FileVersion", "3.22.16.0"\n VALUE "ProductName", "MicroSIP" } }
  BLOCK "VarFileInfo" { VALUE "Translation", 0x409, 1200 }
}`,
    );
    writeFileSync(at('main.c'), 'int main(void) { return 0; }\n');
    execFileSync(resourceCompiler, [at('version.rc'), at('version.o')]);
    execFileSync(compiler, [at('main.c'), at('version.o'), '-o', at('program.exe')]);
    assert.deepEqual(await readProgramFile(at('program.exe')), {
      architecture: 'x64',
      version: '3.22.16',
      productName: 'MicroSIP',
    });
  });
});
