import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { CallEvent, MicroSipEvent } from '../../../sdk/src/events/call-event.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { asTruth, genuineLogs, genuineLogsFolder } from '../../support/sdk/genuine-logs.ts';
import { answeredCall, LogText, ringingCall } from '../events/log/log-text.ts';
import { cli } from './run-cli.ts';

function events(stdout: string): MicroSipEvent[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as MicroSipEvent);
}

describe('microsip log read', () => {
  let directory: TemporaryDirectory;
  beforeEach(() => {
    directory = temporaryDirectory();
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  function file(content: string | Uint8Array, written = new Date(2026, 10, 22, 20)): string {
    const path = join(directory.path, 'microsip_log.txt');
    writeFileSync(path, content);
    utimesSync(path, written, written);
    return path;
  }

  it('prints the events of a log as JSON lines, in the form of all events', async () => {
    const { code, stderr, stdout } = await cli(
      'log',
      'read',
      join(genuineLogsFolder, 'outgoing-busy.log'),
      '--json',
    );
    assert.deepEqual([code, stderr], [0, '']);
    const [calling, ringing, ended, ...more] = events(stdout);
    assert.deepEqual(more, []);
    const { at, ...known } = calling as CallEvent;
    assert.match(at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
    assert.deepEqual(known, {
      type: 'call',
      callId: '5989c470-0414-42f5-848c-878c209bcadf',
      direction: 'outgoing',
      state: 'calling',
      number: '4930123456',
      uri: 'sip:4930123456@127.0.0.1:27012',
      source: 'log',
    });
    assert.equal((ringing as CallEvent).status, 180);
    assert.equal((ended as CallEvent).reason, 'busy');
  });

  it('prints what happened while genuine logs were written, and nothing else', async () => {
    for (const { name, truth } of genuineLogs) {
      const { stdout } = await cli('log', 'read', join(genuineLogsFolder, `${name}.log`), '--json');
      assert.deepEqual(
        events(stdout).map(asTruth),
        truth.map(({ event }) => event),
        name,
      );
    }
  });

  it('says it for people, each day with its date', async () => {
    const log = answeredCall(new LogText().at('23:59:59.000').started());
    log.at('00:00:01.000').received({ start: 'BYE', sequence: 3, to: '<sip:100@pbx.test>;tag=a' }, '0xa');
    log.state('0xa', 'CONFIRMED', 'DISCONNECTED');
    const { stdout } = await cli('log', 'read', file(log.toString(), new Date(2026, 10, 23, 0, 0, 2)));
    assert.equal(
      stdout,
      [
        '2026-11-22',
        '23:59:59.0  calling       to 200',
        '23:59:59.0  ringing       to 200: SIP 180',
        '23:59:59.0  active        to 200: SIP 200',
        '2026-11-23',
        '00:00:01.0  ended         to 200: hung-up, by the other side, SIP 200',
        '',
      ].join('\n'),
    );
  });

  it('ends the calls of a phone that was killed, when it starts again', async () => {
    const log = answeredCall().at('12:30:00.000').started();
    const { stdout } = await cli('log', 'read', file(log.toString()), '--json');
    const ended = events(stdout).at(-1) as CallEvent;
    assert.deepEqual([ended.state, ended.reason, ended.callId], ['ended', 'unknown', 'call-1']);
    assert.equal(new Date(ended.at).getMinutes(), 30);
  });

  it('takes callers as the version does that is named', async () => {
    const headers = ['P-Asserted-Identity: <sip:777@pbx.test>'];
    const path = file(ringingCall({ headers }).toString());
    const number = async (version: string): Promise<string | undefined> => {
      const { stdout } = await cli('log', 'read', path, '--json', '--microsip-version', version);
      return (events(stdout)[0] as CallEvent).number;
    };
    assert.deepEqual([await number('3.21.6'), await number('3.22.16')], ['200', '777']);
  });

  it('never prints what a caller sent raw', async () => {
    const name = '\u001B[2J\u202Eevil\u0007';
    const headers = [`P-Asserted-Identity: "${name}" <sip:777@pbx.test>`];
    const path = file(ringingCall({ headers }).toString());
    for (const json of [[], ['--json']]) {
      const { stdout } = await cli('log', 'read', path, ...json);
      assert.match(stdout, /evil/u);
      // eslint-disable-next-line no-control-regex -- they are what must not be there
      assert.doesNotMatch(stdout, /[\u0000-\u0009\u000B-\u001F\u202E]/u);
    }
    assert.equal((events((await cli('log', 'read', path, '--json')).stdout)[0] as CallEvent).name, name);
  });

  it('reads standard input', async () => {
    const main = fileURLToPath(new URL('../../../sdk/src/cli/main.ts', import.meta.url));
    const child = spawn(process.execPath, [main, 'log', 'read', '-', '--json'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const closed = once(child, 'close');
    child.stdin.end(readFileSync(join(genuineLogsFolder, 'registered.log')));
    const stdout = await text(child.stdout);
    await closed;
    assert.deepEqual(
      events(stdout).map(({ state }) => state),
      ['registered', 'calling', 'ringing', 'active', 'ended', 'unregistered'],
    );
  });

  it('says clearly that a file is no log, a folder, or not there', async () => {
    for (const [path, message] of [
      [file(Buffer.from([0, 1, 2, 3, 10, 0xff])), /is no log of MicroSIP/u],
      [directory.path, /is a folder/u],
      [join(directory.path, 'missing.txt'), /cannot be read: ENOENT/u],
    ] as const) {
      const { code, stderr, stdout } = await cli('log', 'read', path);
      assert.deepEqual([code, stdout], [2, '']);
      assert.match(stderr, message);
    }
  });

  it('remarks that a log is empty or tells of nothing', async () => {
    assert.match((await cli('log', 'read', file(''))).stderr, /is empty/u);
    const { code, stderr } = await cli('log', 'read', file(new LogText().started().toString()));
    assert.equal(code, 0);
    assert.match(stderr, /no registration and of no call/u);
  });
});
