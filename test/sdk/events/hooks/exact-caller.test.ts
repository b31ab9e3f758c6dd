import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  copyProgram,
  writeConfiguration,
} from '../../../../sdk/src/events/hooks/installing/program-files.ts';
import { JournalSource } from '../../../../sdk/src/events/hooks/journal/journal-source.ts';
import { parametersVariable } from '../../../../sdk/src/simulator/hooks/hook-runner.ts';
import { splitWindowsArguments } from '../../../../sdk/src/simulator/hooks/windows-arguments.ts';
import { itOnPosix } from '../../../support/mocha/platform-tests.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { until } from '../../../support/sdk/until.ts';

describe('the caller that the hook program tells', () => {
  let directory: TemporaryDirectory;
  let folder: string;
  let script: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    folder = join(directory.path, 'hook folder');
    script = join(folder, 'hook.cjs');
    mkdirSync(folder);
    copyProgram(folder);
    configure();
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  function configure(koffi?: string): void {
    writeConfiguration(folder, { segmentBytes: 1024 * 1024, keptSegments: 2, ownCommands: {}, koffi });
  }

  function hook(words: readonly string[], parameters?: string, ...options: readonly string[]): void {
    const env = { ...process.env, [parametersVariable]: parameters };
    execFileSync(process.execPath, [...options, script, ...words], { env, stdio: 'ignore' });
  }

  async function caller(): Promise<string | undefined> {
    return (await new JournalSource(folder).history()).at(-1)?.caller;
  }

  it('is the text of the simulator where that fits the arguments', async () => {
    const text = '"101" \\" x';
    const parameters = `"${script}" "cmdCallEnd ${text}`;
    hook(splitWindowsArguments(parameters).slice(1), parameters);
    assert.equal(await caller(), text);
  });

  for (const [what, words, parameters] of [
    ['is about another caller', ['cmdCallEnd 102'], 'cmdCallEnd "101"'],
    ['has another number of arguments', ['cmdCallEnd 101'], 'cmdCallEnd 101" "'],
    ['is about another hook', ['cmdCallEnd 101'], 'cmdCallBusy 101'],
    ['is empty', ['cmdCallEnd 101'], ''],
  ] as const) {
    it(`is that of the arguments where the text ${what}`, async () => {
      hook(words, parameters === '' ? '' : `"${script}" "${parameters}`);
      assert.equal(await caller(), words[0].slice('cmdCallEnd '.length));
    });
  }

  it('is that of the arguments where the text is about another program', async () => {
    hook(['cmdCallEnd 101'], '"/another/hook.cjs" "cmdCallEnd "101"');
    assert.equal(await caller(), '101');
  });

  itOnPosix(
    'goes to the own command of the user as from MicroSIP, and the text itself does not',
    async () => {
      const record = join(directory.path, 'record');
      const file = join(directory.path, 'own command');
      writeFileSync(
        file,
        `#!/bin/sh\nprintf '%s|' "$@" "\${${parametersVariable}-none}" > '${record}.new'; mv '${record}.new' '${record}'\n`,
      );
      chmodSync(file, 0o755);
      const own = { how: 'arguments', file, params: 'call "my own"', plainCaller: false } as const;
      const ownCommands = { cmdCallEnd: own };
      writeConfiguration(folder, { segmentBytes: 1024 * 1024, keptSegments: 2, ownCommands });
      const parameters = `"${script}" "cmdCallEnd 1" "2 "3  4" 5`;
      hook(splitWindowsArguments(parameters).slice(1), parameters);
      await until(() => existsSync(record), 'the own command');
      assert.equal(readFileSync(record, 'utf8'), 'call|my own|1 2|3  4|5|none|');
    },
  );

  it('is that of the arguments, with a trace, where the rest of the program is gone', async () => {
    rmSync(join(folder, 'exact-caller.cjs'));
    hookFails(['cmdCallEnd 101'], `"${script}" "cmdCallEnd "101"`);
    assert.equal(await caller(), '101');
    assert.match(readFileSync(join(folder, 'failures.jsonl'), 'utf8'), /exact-caller/u);
  });

  function hookFails(words: readonly string[], parameters?: string, ...options: readonly string[]): void {
    assert.throws(() => {
      hook(words, parameters, ...options);
    }, /Command failed/u);
  }

  describe('on Windows, emulated', () => {
    let asOnWindows: readonly string[];
    let library: string;
    beforeEach(() => {
      library = join(directory.path, 'koffi.cjs');
      const platform = join(directory.path, 'windows.cjs');
      writeFileSync(platform, "Object.defineProperty(process, 'platform', { value: 'win32' });");
      asOnWindows = ['-r', platform];
    });

    /** Stands for the library: it answers one question. */
    function commandLineIs(text: string): void {
      writeFileSync(
        library,
        `exports.load = (name) => ({ func: (definition) => () => {
           require('fs').writeFileSync(__dirname + '/asked', name + ' ' + definition);
           return ${JSON.stringify(text)};
         } });`,
      );
      configure(library);
    }

    it('is the one in the command line of the process', async () => {
      commandLineIs(`"C:\\Program Files\\nodejs\\node.exe" "${script}" "cmdCallEnd 1" "0"1`);
      hook(['cmdCallEnd 1', '01'], undefined, ...asOnWindows);
      assert.equal(await caller(), '1" "0"1');
      assert.equal(
        readFileSync(join(directory.path, 'asked'), 'utf8'),
        'kernel32.dll str16 __stdcall GetCommandLineW()',
      );
    });

    it('costs the library only where the arguments hold more than a plain caller', async () => {
      commandLineIs('');
      hook(['cmdCallEnd +49*30#12.a_b-c@d'], undefined, ...asOnWindows);
      assert.equal(await caller(), '+49*30#12.a_b-c@d');
      assert.equal(existsSync(join(directory.path, 'asked')), false);
    });

    it('is that of the arguments where the library is not there, or was not', async () => {
      hook(['cmdCallEnd 1 2'], undefined, ...asOnWindows);
      assert.equal(await caller(), '1 2');
      assert.equal(existsSync(join(folder, 'failures.jsonl')), false);
      configure(library);
      hookFails(['cmdCallEnd 2 3'], undefined, ...asOnWindows);
      assert.equal(await caller(), '2 3');
    });
  });
});

describe('the windows-arguments of the hook program', () => {
  const require = createRequire(import.meta.url);
  const program = require('../../../../sdk/src/events/hooks/program/windows-arguments.cjs') as {
    splitWindowsArguments: (parameters: string) => string[];
  };

  it('splits every text as the simulator does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '"', '\\', '😀', '\n') });
    fc.assert(
      fc.property(text, (parameters) => {
        assert.deepEqual(program.splitWindowsArguments(parameters), splitWindowsArguments(parameters));
      }),
      { numRuns: 5000 },
    );
  });
});
