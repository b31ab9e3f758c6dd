import assert from 'node:assert/strict';
import type { DiscoveryStep } from '../../../sdk/src/installation/discovery/discovery-step.ts';
import { commands } from '../../../sdk/src/catalogue/commands.ts';
import { kitCommands } from '../../../sdk/src/explanation/kit-command.ts';
import { cli, cliProcess } from './run-cli.ts';

/** Every command that sends something, and the command lines MicroSIP gets. */
const sent: readonly (readonly [words: string, ...commandLines: string[]])[] = [
  ['dial 101', '101'],
  ['dial sip:bob@example.com', 'sip:bob@example.com'],
  ['hangup', '/hangupall'],
  ['hangup --scope talking', '/hangupall'],
  ['hangup --scope calling', '/hangupcalling'],
  ['hangup --scope incoming', '/hangupincoming'],
  ['hangup --scope all', '/hangupincoming', '/hangupall'],
  ['answer', '/answer'],
  ['reject', '/hangupincoming'],
  ['transfer 102', '/transfer:102'],
  ['dtmf 12#', '/dtmf:12#'],
  ['hold', 'msip:hold'],
  ['mute mic', 'msip:micmute'],
  ['mute mic --off', 'msip:micunmute'],
  ['mute speaker', 'msip:speakmute'],
  ['mute speaker --off', 'msip:speakunmute'],
  ['volume mic up', 'msip:micup'],
  ['volume mic down', 'msip:micdown'],
  ['volume speaker up', 'msip:speakup'],
  ['volume speaker down', 'msip:speakdown'],
  ['account 2', '/account:2'],
  ['start', ''],
  ['start --minimized', '/minimized'],
  ['minimize', 'msip:minimize'],
  ['exit', '/exit'],
];

const file = 'C:\\Tools\\microsip.exe';

/** One that need not be there, so that none of this machine is found. */
const named = ['--backend', 'windows', '--exe', file];

interface Plan {
  readonly file: string;
  readonly commandLine: string;
  readonly then?: readonly Plan[];
  readonly steps?: readonly DiscoveryStep[];
}

const startOf = (commandLine: string): Plan => ({
  file,
  commandLine: commandLine === '' ? file : `${file} ${commandLine}`,
});

describe('microsip --dry-run', () => {
  for (const [words, ...commandLines] of sent) {
    it(`shows what \`${words}\` would start`, async () => {
      const { code, stdout, stderr } = await cli(...named, ...words.split(' '), '--dry-run', '--json');
      const [first, ...then] = commandLines.map(startOf);
      const { steps: _steps, ...plan } = JSON.parse(stdout) as Plan;
      assert.deepEqual(plan, { ...first, ...(then.length > 0 && { then }) });
      assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    });
  }

  it('prints the command lines alone without --json', async () => {
    assert.equal(
      (await cli(...named, 'hangup', '--scope', 'all', '--dry-run')).stdout,
      [`${file} /hangupincoming\n`, `${file} /hangupall\n`].join(''),
    );
  });

  it('says what is worth knowing about a command, beside the command line or in the JSON', async () => {
    const words = [...named, 'dial', 'sip:user@host:5070;transport=tls?X-Id=7', '--dry-run'];
    const text = await cli(...words);
    assert.equal(text.stdout, `${file} sip:user@HOST:5070?X-Id=7\n`);
    assert.match(text.stderr, /^note: .*transport=tls.* was left out/mu);

    const json = await cli(...words, '--json');
    const { remarks } = JSON.parse(json.stdout) as { remarks: readonly string[] };
    assert.match(remarks.join('\n'), /^.*transport=tls.* was left out/u);
    assert.equal(json.stderr, '');
  });

  it('sends what the help says that it sends', () => {
    for (const { command, sends } of kitCommands) {
      const row = sent.find(([words]) =>
        new RegExp(`^${command.replace(/<\w+>/u, '\\S+')}$`, 'u').test(words),
      );
      const entry = commands.find(({ id }) => id === sends);
      assert.ok(row !== undefined && entry !== undefined, command);
      assert.ok(
        row.slice(1).some((line) => line.startsWith(entry.token)),
        command,
      );
    }
  });

  const backends = ['auto', 'windows', 'wsl', 'wine'];
  for (const backend of backends) {
    it(`needs no MicroSIP for the backend ${backend}`, async () => {
      const { code, stdout } = await cli('--backend', backend, 'dial', '101', '--dry-run', '--json');
      assert.equal(code, 0);
      assert.match((JSON.parse(stdout) as { commandLine: string }).commandLine, /microsip\.exe"? 101$/iu);
    });
  }

  it('shows every step of the search: in the JSON, else to people on stderr', async () => {
    const words = [...named, 'dial', '101', '--dry-run'];
    const { steps } = JSON.parse((await cli(...words, '--json')).stdout) as Plan;
    const step = steps?.at(-1);
    assert.deepEqual(
      { ...step, remark: undefined },
      { place: 'option', looked: file, named: [file], remark: undefined },
    );
    for (const extra of [[], ['--verbose']]) {
      const { stderr } = await cli(...words, ...extra);
      assert.equal(stderr.split(`looked at ${file}: `).length, 2, stderr);
    }
  });

  it('shows no other program in the place of one that was named and is nowhere', async () => {
    const { code, stdout } = await cli('--exe', 'no-such-program.exe', 'dial', '101', '--dry-run', '--json');
    assert.equal((JSON.parse(stdout) as { error: { code: string } }).error.code, 'NOT_INSTALLED');
    assert.equal(code, 3);
  });

  it('shows the start of the simulator for its backend', async () => {
    const { stdout } = await cli(
      'dial',
      '101',
      '--backend',
      'simulator',
      '--data-dir',
      '/phone',
      '--dry-run',
      '--json',
    );
    const plan = JSON.parse(stdout) as Plan;
    assert.equal(plan.file, process.execPath);
    assert.equal(plan.steps, undefined);
    assert.match(
      plan.commandLine,
      /program\.(?:ts|js)"? --data-dir \S*phone --microsip-version \S+ --account example -- 101$/u,
    );
  });

  it('quotes the program it was told to use', async () => {
    const exe = String.raw`C:\Program Files\MicroSIP\microsip.exe`;
    const { stdout } = await cli('dial', '101', '--backend', 'windows', '--exe', exe, '--dry-run', '--json');
    const plan = JSON.parse(stdout) as Plan;
    assert.deepEqual([plan.file, plan.commandLine], [exe, `"${exe}" 101`]);
  });

  it('does not wait: with --wait it shows the dial alone', async () => {
    const { stdout } = await cli(...named, 'dial', '101', '--wait', 'ended', '--dry-run');
    assert.equal(stdout, `${file} 101\n`);
  });

  it('is refused where no command line exists that it could show', async () => {
    for (const words of [
      ['simulator', 'run'],
      ['simulator', 'ring', '101'],
    ]) {
      assert.equal((await cli(...words, '--dry-run')).code, 2);
    }
  });
});

describe('microsip dial', () => {
  const json = ['--dry-run', '--json', '--microsip-version', '3.22.16'];

  it('makes one argument of a number as people write it, as a process of its own too', async () => {
    const { code, stdout } = await cliProcess([...named, 'dial', '+1 (415) 555-2671', ...json]);
    const { steps: _steps, ...plan } = JSON.parse(stdout) as Plan;
    assert.deepEqual(plan, startOf('+14155552671'));
    assert.equal(code, 0);
  });

  const refused = [
    '/resetnoask',
    'tel:/hangupall',
    'msip:exit',
    '100 /account:2',
    'tel:101%20x',
    '101\n/exit',
    '-hangup',
    '--hangup',
    '-5',
    '-h5',
    '/',
    '-',
    '',
    '\u202e101',
    '/ex\u00adit',
  ];
  for (const target of refused) {
    it(`refuses ${JSON.stringify(target)}, before and after --`, async () => {
      for (const words of [
        ['dial', target, ...json],
        ['dial', ...json, '--', target],
        ['transfer', target, ...json],
      ]) {
        const { code, stdout, stderr } = await cli(...words);
        const { error } = JSON.parse(stdout) as { error: { code: string; docsPath: string } };
        assert.equal(error.code, 'TARGET_REFUSED', words.join(' '));
        assert.equal(error.docsPath, '/reference/errors#target-refused');
        assert.deepEqual({ code, stderr }, { code: 2, stderr: '' });
      }
    });
  }

  it('ends as a process with exit code 2 for a refused target, and says why on stderr', async () => {
    const { code, stdout, stderr } = await cliProcess(['dial', '--dry-run', '--', '/resetnoask']);
    assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
    assert.match(stderr, /^microsip: .*“\/resetnoask”/u);
  });

  it('takes one target', async () => {
    const { code, stderr } = await cli('dial', '030', '123', '456', '--dry-run');
    assert.equal(code, 2);
    assert.match(stderr, /“030 123 456”.*quotes/u);
  });
});
