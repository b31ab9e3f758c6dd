import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { folklore } from '../../../sdk/src/catalogue/folklore.ts';
import { cli, type CliResult } from './run-cli.ts';

/** What went wrong, as --json says it; stdout must be exactly this one value. */
function errorOf({ stdout }: CliResult): { readonly code: string; readonly message: string } {
  const value = JSON.parse(stdout) as { error: { code: string; message: string; docsPath: string } };
  assert.deepEqual(Object.keys(value), ['error']);
  assert.equal(
    value.error.docsPath,
    `/reference/errors#${value.error.code.toLowerCase().replaceAll('_', '-')}`,
  );
  return value.error;
}

describe('microsip, used wrongly', () => {
  const wrong: readonly (readonly [words: string, message: RegExp])[] = [
    ['', /A command is missing.*microsip --help/u],
    ['simulator', /A command is missing.*microsip simulator --help/u],
    ['statsu', /no command “statsu”.*microsip status/u],
    ['--jsn status', /no option “--jsn”.*--json/u],
    ['hangup --scop all', /unknown option “--scop”.*--scope/iu],
    ['hangup --scope everything', /all, talking, calling, incoming/u],
    ['dial --wiat active 101', /unknown option “--wiat”.*--wait/iu],
    ['dial 101 --wait forever', /ringing, active, ended/u],
    ['dial', /missing required argument “target”.*`microsip dial --help`/iu],
    ['volume mic', /missing required argument “direction”.*`microsip volume --help`/iu],
    ['simulator ring', /missing required argument “from”.*`microsip simulator ring --help`/iu],
    ['dial 101 --frobnicate', /unknown option “--frobnicate”.*`microsip dial --help`/iu],
    ['help frobnicate', /no command “frobnicate”.*`microsip --help`/u],
    ['mute microphone', /mic, speaker/u],
    ['account one', /number, from 1 on/u],
    ['account 0', /number, from 1 on/u],
    ['answer now', /too many arguments/iu],
    ['status --backend solaris', /auto, windows, wsl, wine, simulator/u],
    ['status --timeout soon', /milliseconds/u],
    ['status --timeout -5', /milliseconds/u],
    ['status --timeout 0', /milliseconds/u],
    ['status --timeout 99999999999', /milliseconds/u],
    ['explain 101 --microsip-version new', /3\.22\.16/u],
    ['dtmf hello', /digits|keys|tones/iu],
    ['simulator script /no/such/file.json', /cannot be read/u],
  ];
  for (const [words, message] of wrong) {
    it(`\`microsip ${words}\` says what is wrong, to people and to programs`, async () => {
      const given = words === '' ? [] : words.split(' ');
      const people = await cli(...given);
      assert.match(people.stderr.replaceAll('\n', ' '), message);
      assert.deepEqual([people.code, people.stdout], [2, '']);

      const programs = await cli(...given, '--json');
      assert.match(errorOf(programs).message.replaceAll('\n', ' '), message);
      assert.deepEqual([programs.code, programs.stderr], [2, '']);
    });
  }
});

describe("microsip, given a command line of MicroSIP's", () => {
  const brought: readonly (readonly [words: readonly string[], ...kit: string[]])[] = [
    [['-hangup'], 'microsip hangup', 'microsip reject'],
    [['/hangupall'], 'microsip hangup'],
    [['/answer'], 'microsip answer'],
    [['-minimize'], 'microsip minimize'],
    [['-exit'], 'microsip exit'],
    [['msip:hold'], 'microsip hold'],
    [['101'], 'microsip dial 101'],
    [['tel:+14155552671'], 'microsip dial +14155552671'],
    [['call', '101'], 'microsip dial 101'],
    [['/transfer:102'], 'microsip transfer 102'],
    [['microsip.exe', '/hangup'], 'microsip hangup'],
    [['/i:phone2.ini'], 'microsip explain -- /i:phone2.ini'],
    [['-v'], 'microsip --version'],
  ];
  for (const [words, ...kit] of brought) {
    it(`knows what \`microsip ${words.join(' ')}\` means`, async () => {
      const { code, stderr } = await cli(...words);
      assert.equal(code, 2);
      for (const command of kit) assert.ok(stderr.includes(`\`${command}\``), stderr);
    });
  }

  it('says what MicroSIP would make of it in the version that is asked about', async () => {
    const { stderr } = await cli('/hangupincoming', '--microsip-version', '3.20.5');
    assert.match(stderr, /no command of MicroSIP 3\.20\.5: it is dialled/u);
    assert.match((await cli('/hangupincoming')).stderr, /is understood by MicroSIP 3\.22\.16/u);
  });

  it('recommends no command of the kit that is not there', async () => {
    for (const { example } of folklore) {
      if (example === undefined || example === '') continue;
      const { stdout } = await cli('explain', '--json', '--', example);
      const { advice } = JSON.parse(stdout) as { advice: readonly { readonly kit?: string }[] };
      for (const { kit } of advice) {
        if (kit === undefined || kit === 'microsip --help') continue;
        const [, name = ''] = kit.split(' ');
        assert.equal((await cli(name, '--help')).code, 0, `${example}: ${kit}`);
      }
    }
  });

  it('treats options before and after the command alike', async () => {
    const phone = ['--backend', 'windows', '--exe', 'C:\\Tools\\microsip.exe'];
    const after = await cli('dial', '101', '--dry-run', '--json', ...phone);
    assert.deepEqual(await cli(...phone, '--json', '--dry-run', 'dial', '101'), after);
    assert.deepEqual(await cli('--dry-run', 'dial', ...phone, '--json', '101'), after);
  });
});

describe('microsip simulator ring', () => {
  it('refuses a caller who is nobody', async () => {
    for (const from of ['', ' ']) {
      const { code, stderr } = await cli('simulator', 'ring', from);
      assert.equal(code, 2);
      assert.match(stderr, /caller.*number/u);
    }
  });
});

describe('exit codes', () => {
  const missing = ['--exe', 'no-such-program.exe'];

  it('3: no MicroSIP is found', async () => {
    const result = await cli('answer', '--json', ...missing);
    assert.equal(errorOf(result).code, 'NOT_INSTALLED');
    assert.equal(result.code, 3);
  });

  it('3: that none is found is also a state', async () => {
    const { code, stdout } = await cli('status', '--json', ...missing);
    assert.deepEqual(JSON.parse(stdout), { phone: 'not-installed', calls: [], sources: [] });
    assert.equal(code, 3);
  });

  it('7: an ini that is none of MicroSIP’s is left as it is', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'microsip-foreign-ini-'));
    try {
      const ini = path.join(folder, 'microsip.ini');
      await writeFile(ini, '# the diary of somebody\nnothing = to see here\n');
      const result = await cli('simulator', 'run', '--data-dir', folder, '--json');
      assert.equal(errorOf(result).code, 'SETTINGS_DAMAGED');
      assert.equal(result.code, 7);
      assert.equal(await readFile(ini, 'utf8'), '# the diary of somebody\nnothing = to see here\n');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('6: this version cannot do it', async () => {
    for (const words of [['reject'], ['hangup', '--scope', 'all'], ['mute', 'mic', '--off']]) {
      const result = await cli(...words, '--dry-run', '--json', '--microsip-version', '3.20.5');
      assert.equal(errorOf(result).code, 'UNSUPPORTED');
      assert.equal(result.code, 6);
    }
  });

  it('0: help and version are what was asked for', async () => {
    for (const words of [
      ['--help'],
      ['help'],
      ['help', 'dial'],
      ['dial', '-h'],
      ['simulator', 'ring', '--help'],
    ]) {
      const { code, stdout, stderr } = await cli(...words);
      assert.deepEqual([code, stderr], [0, '']);
      assert.match(stdout, /^Usage: microsip/u);
    }
    assert.match((await cli('help', 'simulator', 'ring')).stdout, /^Usage: microsip simulator ring/u);
    assert.match((await cli('--version')).stdout, /^\d+\.\d+\.\d+\n$/u);
    assert.match(
      (JSON.parse((await cli('--version', '--json')).stdout) as { version: string }).version,
      /^\d/u,
    );
  });
});
