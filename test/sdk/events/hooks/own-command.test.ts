import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import {
  isBatchFile,
  planOwnCommand,
  startsInterpreter,
} from '../../../../sdk/src/events/hooks/own-command.ts';

const windows = { hook: 'cmdCallEnd', version: '3.22.16', platform: 'win32' } as const;

describe('planOwnCommand', () => {
  it('starts a program as MicroSIP would have', () => {
    assert.deepEqual(planOwnCommand('"C:\\My Tools\\ev.exe" "call end"', windows), {
      how: 'program',
      file: 'C:\\My Tools\\ev.exe',
      params: 'call end',
      plainCaller: false,
    });
  });

  for (const [value, how] of [
    ['ev', 'program'],
    ['C:\\ev.COM', 'program'],
    ['C:\\a b\\ev.bat', 'program'],
    ['"C:\\a b\\ev.BAT"', 'batch'],
    ['C:\\ev.cmd x', 'batch'],
    ['C:\\ev.vbs', 'script'],
    ['wscript C:\\ev.js', 'program'],
  ] as const) {
    it(`runs ${value} as a ${how}`, () => {
      const plan = planOwnCommand(value, windows);
      assert.ok(plan !== undefined && 'how' in plan);
      assert.equal(plan.how, how);
      assert.equal(isBatchFile(value), how === 'batch');
    });
  }

  for (const value of ['C:\\ev.ps1', 'C:\\ev.lnk', 'https://example.com/', 'C:\\notes.txt', '  ']) {
    it(`does not run ${JSON.stringify(value)}`, () => {
      const plan = planOwnCommand(value, windows);
      assert.ok(plan !== undefined && 'cannot' in plan);
    });
  }

  for (const value of [
    'cmd /c echo',
    '"C:\\Windows\\System32\\CMD.EXE" /c echo',
    'powershell -File C:\\ev.ps1',
    'pwsh.exe -c echo',
    'wscript C:\\ev.js',
    'bash -lc echo',
    '/bin/sh -c \\"echo',
  ]) {
    it(`keeps callers from giving commands to ${value}`, () => {
      for (const platform of ['win32', 'linux'] as const) {
        const plan = planOwnCommand(value, { ...windows, platform });
        assert.ok(plan !== undefined && 'how' in plan);
        assert.equal(plan.plainCaller, true);
        assert.equal(startsInterpreter(value), true);
      }
    });
  }

  it('leaves placeholders to MicroSIP, where it replaces them', () => {
    const value = 'C:\\ev.exe {callerid}';
    const plan = (version: string, hook: 'cmdOutgoingCall' | 'cmdCallEnd'): boolean => {
      const found = planOwnCommand(value, { ...windows, version, hook });
      return found !== undefined && 'how' in found;
    };
    assert.equal(plan('3.22.16', 'cmdOutgoingCall'), false);
    assert.equal(plan('3.22.16', 'cmdCallEnd'), true);
    assert.equal(plan('3.20.5', 'cmdOutgoingCall'), true);
  });

  it('knows an empty hook for none', () => {
    assert.equal(planOwnCommand('', windows), undefined);
  });
});

describe("the user's own command on Windows", () => {
  interface Start {
    readonly file: string;
    readonly args: readonly string[];
    readonly options: { readonly argv0: string; readonly windowsVerbatimArguments: boolean };
  }
  const require = createRequire(import.meta.url);
  const program = require.resolve('../../../../sdk/src/events/hooks/program/own-command.cjs');
  const processes = require('node:child_process') as { spawn: unknown };

  /** What would be started, emulated: there is no Windows here. */
  function started(value: string, caller: string): Start {
    const { spawn } = processes;
    let start: Start | undefined;
    processes.spawn = (file: string, args: readonly string[], options: Start['options']) => {
      start = { file, args, options };
      return { once: () => undefined, unref: () => undefined };
    };
    try {
      Reflect.deleteProperty(require.cache, program);
      const own = require(program) as { start: (...parameters: readonly unknown[]) => void };
      own.start(planOwnCommand(value, windows), caller, assert.ifError);
    } finally {
      processes.spawn = spawn;
    }
    assert.ok(start);
    return start;
  }

  const poison = '101" & calc | x %PATH% ^ //H:cscript';

  it('gets its own text and the caller as one text, as from MicroSIP', () => {
    const { args, file, options } = started('"C:\\My Tools\\ev.exe" end', poison);
    assert.equal(file, 'C:\\My Tools\\ev.exe');
    assert.equal(options.argv0, '"C:\\My Tools\\ev.exe"');
    assert.deepEqual(args, [`end ${poison}`]);
    assert.equal(options.windowsVerbatimArguments, true);
  });

  it('that is a batch file gets nothing of the caller that cmd.exe understands', () => {
    const { args, file } = started('"C:\\My Tools\\ev.bat" end', poison);
    assert.match(file, /\\System32\\cmd\.exe$/u);
    assert.deepEqual(args, ['/d /s /c ""C:\\My Tools\\ev.bat" end 101calcxPATHHcscript"']);
  });

  it('that is a shell gets nothing of the caller that it understands', () => {
    assert.deepEqual(started('cmd /c echo', `-${poison}`).args, ['/c echo 101calcxPATHHcscript']);
  });

  it('that is a script gets nothing of the caller that the script host understands', () => {
    const { args, file } = started('C:\\ev.vbs end', poison);
    assert.match(file, /\\System32\\wscript\.exe$/u);
    assert.deepEqual(args, ['"C:\\ev.vbs" end 101calcxPATHHcscript']);
  });
});
