import assert from 'node:assert/strict';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parametersVariable, startHidden } from '../../../sdk/src/simulator/hooks/hook-runner.ts';
import { splitWindowsArguments } from '../../../sdk/src/simulator/hooks/windows-arguments.ts';
import { Simulator, type SimulatorOptions } from '../../../sdk/src/simulator/simulator.ts';
import { commandLineToArgv } from '../../support/sdk/command-line-to-argv.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { until } from '../../support/sdk/until.ts';
import { oneAccount, writeIni, type IniTexts } from './data-directory.ts';
import { ManualClock } from './manual-clock.ts';
import { describeOnPosix } from '../../support/mocha/platform-tests.ts';

describe('splitWindowsArguments', () => {
  for (const [parameters, args] of [
    ['', []],
    ['  a\tb  ', ['a', 'b']],
    ['"a b" c', ['a b', 'c']],
    ['a"b c"d', ['ab cd']],
    ['""', ['']],
    ['\\"a', ['"a']],
    ['a\\\\b', ['a\\\\b']],
    ['"a\\\\" b', ['a\\', 'b']],
    ['"a""b"', ['a"b']],
    ['"a b', ['a b']],
  ] as const) {
    it(`splits ${JSON.stringify(parameters)} into ${JSON.stringify(args)}`, () => {
      assert.deepEqual(splitWindowsArguments(parameters), args);
    });
  }

  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '"', '\\', '&'), maxLength: 20 });

  it('agrees with CommandLineToArgvW where no quote is doubled, in which the C runtime differs', () => {
    fc.assert(
      fc.property(text, (parameters) => {
        fc.pre(!parameters.includes('""'));
        assert.deepEqual(splitWindowsArguments(parameters), commandLineToArgv(`x ${parameters}`).slice(1));
      }),
      { numRuns: 5000 },
    );
  });

  it('gives back every list of arguments that was quoted by the rules', () => {
    fc.assert(
      fc.property(fc.array(text), (args) => {
        assert.deepEqual(splitWindowsArguments(args.map(quote).join(' ')), args);
      }),
      { numRuns: 5000 },
    );
  });
});

/** Quotes an argument as Microsoft documents it: backslashes before a quote are doubled. */
function quote(argument: string): string {
  return `"${argument.replace(/(\\*)("|$)/gu, (_, backslashes: string, mark: string) => backslashes + backslashes + (mark === '' ? '' : `\\${mark}`))}"`;
}

/** The programs are shell scripts of Linux and macOS; on Windows the same runner starts `.exe` files. */
describeOnPosix('event hooks as real programs', () => {
  let directory: TemporaryDirectory;
  let clock: ManualClock;
  let recorded: string;
  let hook: string;
  beforeEach(() => {
    directory = temporaryDirectory();
    clock = new ManualClock();
    recorded = join(directory.path, 'recorded');
    hook = program('hook', `{ printf '%s\\0' "$#" "$@"; printf '\\n'; } >> '${recorded}'`);
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  function program(name: string, script: string): string {
    const path = join(directory.path, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  async function startPhone(ini: IniTexts, options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
    writeIni(directory.path, { ...oneAccount, ...ini });
    const phone = await Simulator.start({ dataDirectory: directory.path, clock, ...options });
    clock.pass(100);
    return phone;
  }

  /** The arguments of each run so far. */
  function runs(): readonly (readonly string[])[] {
    if (!existsSync(recorded)) return [];
    const lines = readFileSync(recorded, 'utf8').split('\0\n').slice(0, -1);
    return lines.map((line) => {
      const [count, ...args] = line.split('\0');
      assert.equal(args.length, Number(count));
      return args;
    });
  }

  async function untilRuns(count: number): Promise<void> {
    await until(() => runs().length === count, `${String(count)} runs of the hook`);
  }

  it('get their own arguments without quotes and the number behind them (facts C.3)', async () => {
    await using phone = await startPhone({ 'Settings.cmdOutgoingCall': `${hook} out "two words"` });
    await phone.commandLine('5551234');
    await untilRuns(1);
    assert.deepEqual(runs(), [['out', 'two', 'words', '5551234']]);
  });

  it('find their parameters as one text, which the arguments have lost quotes of', async () => {
    const teller = program('teller', `printf '%s\\0\\n' "1" "$${parametersVariable}" >> '${recorded}'`);
    await using phone = await startPhone({ 'Settings.cmdIncomingCall': `${teller} in` });
    phone.ring({ from: '<sip:900@pbx.test>', assertedIdentity: '<sip:"1 0"  \\" 1@pbx.test>' });
    clock.pass(0);
    // A shell makes the file before it writes into it.
    await until(() => existsSync(recorded) && readFileSync(recorded, 'utf8').endsWith(' 1\0\n'), 'the hook');
    assert.equal(readFileSync(recorded, 'utf8'), '1\0\nin "1 0"  \\" 1\0\n');
  });

  it('find no text that an environment cannot hold, and none that is about another program', async () => {
    const teller = program('teller', `printf '%s' "\${${parametersVariable}-none}" > '${recorded}'`);
    const before = process.env[parametersVariable];
    process.env[parametersVariable] = 'of another program';
    try {
      // In pieces, as arguments have the same limit.
      const params = 'x '.repeat(65_536);
      const ended = new Promise<void>((resolve) => {
        startHidden({ file: teller, args: params.split(' '), parameters: params }, resolve);
      });
      await ended;
    } finally {
      if (before === undefined) Reflect.deleteProperty(process.env, parametersVariable);
      else process.env[parametersVariable] = before;
    }
    assert.equal(readFileSync(recorded, 'utf8'), 'none');
  });

  it('fire in MicroSIP order for an incoming call that is answered (facts C.1)', async () => {
    await using phone = await startPhone(
      Object.fromEntries(
        ['IncomingCall', 'CallRing', 'CallAnswer', 'CallStart', 'CallEnd', 'CallBusy'].map((name) => [
          `Settings.cmd${name}`,
          `${hook} ${name}`,
        ]),
      ),
    );
    const callId = phone.ring({ from: '101' });
    clock.pass(0);
    await untilRuns(2);
    await until(() => phone.phone.interface.waiting === null, 'the phone to go on');
    await phone.commandLine('/answer');
    await untilRuns(4);
    await until(() => phone.phone.interface.waiting === null, 'the phone to go on');
    phone.farEnd({ do: 'hang-up' }, callId);
    await untilRuns(5);
    assert.deepEqual(
      runs(),
      ['IncomingCall', 'CallRing', 'CallAnswer', 'CallStart', 'CallEnd'].map((name) => [name, '101']),
    );
  });

  it('fail silently when their program is not there (facts C.3)', async () => {
    await using phone = await startPhone({
      'Settings.cmdIncomingCall': join(directory.path, 'missing'),
      'Settings.cmdCallRing': hook,
    });
    phone.ring({ from: '101' });
    clock.pass(0);
    await untilRuns(1);
    assert.deepEqual(
      phone.status.calls.map(({ state }) => state),
      ['incoming'],
    );
  });

  it('keep the phone waiting for ten seconds at most, and live on (facts C.3)', async () => {
    const slow = program(
      'slow',
      `echo $$ > '${recorded}.pid'; while [ ! -e '${recorded}.go' ]; do sleep 0.05; done; : > '${recorded}.done'`,
    );
    await using phone = await startPhone({ 'Settings.cmdOutgoingCall': slow });
    await phone.commandLine('5551234');
    await until(() => existsSync(`${recorded}.pid`), 'the hook to run');
    let minimized = false;
    const command = phone.commandLine('msip:minimize').then(() => (minimized = true));
    clock.pass(9_999);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(minimized, false);
    clock.pass(1);
    await command;
    assert.equal(existsSync(`${recorded}.done`), false);
    writeFileSync(`${recorded}.go`, '');
    await until(() => existsSync(`${recorded}.done`), 'the hook to go on by itself');
  });

  it('of blanks only start MicroSIP itself with the number, which waits for the phone that waits for it (facts N)', async () => {
    const phone = await startPhone({ 'Settings.singleMode': '0', 'Settings.cmdCallEnd': '" "' });
    const dialled = (async () => {
      for await (const event of phone.events()) {
        if (event.type === 'call' && event.direction === 'outgoing') return event.number;
      }
      return undefined;
    })();
    const callId = phone.ring({ from: '5557777' });
    clock.pass(0);
    phone.farEnd({ do: 'hang-up' }, callId);
    clock.pass(0);
    await until(
      () => phone.phone.interface.steps.length > 0,
      'the second start to hand over its command line',
    );
    clock.pass(10_000);
    assert.equal(await dialled, '5557777');
    // Its exit would end the call, and so start one more MicroSIP.
    await phone.crash();
  });

  describe('get hostile callers as data, never through a shell', () => {
    const poison = [
      '101 & touch $OWNED',
      '$(touch $OWNED)',
      '`touch $OWNED`',
      '101|touch $OWNED',
      "101' touch $OWNED '",
      '101^%PATH%',
      '\\" --config evil',
      '101\n102',
      'x'.repeat(10_000),
    ];
    for (const [index, caller] of poison.entries()) {
      it(JSON.stringify(caller).slice(0, 60), async () => {
        const owned = join(directory.path, 'owned');
        const text = caller.replaceAll('$OWNED', owned);
        await using phone = await startPhone({
          'Settings.cmdIncomingCall': `${hook} in`,
          'Settings.enableLog': '1',
        });
        const seen: string[] = [];
        phone.onDidPerform((effect) => {
          if (effect.do === 'hook') seen.push(effect.argument);
        });
        // A peer's own text reaches MicroSIP raw in this header (facts C.5).
        phone.ring({
          from: '<sip:900@pbx.test>',
          assertedIdentity: `<sip:${text}@pbx.test>`,
          callId: `c${String(index)}`,
        });
        clock.pass(0);
        await untilRuns(1);
        const [argument = ''] = seen;
        assert.ok(argument.length > 0);
        assert.deepEqual(runs(), [['in', ...splitWindowsArguments(argument)]]);
        assert.equal(existsSync(owned), false);
        const log = readFileSync(join(directory.path, 'microsip_log.txt'), 'utf8');
        assert.doesNotMatch(log, /^102/mu);
      });
    }
  });
});
