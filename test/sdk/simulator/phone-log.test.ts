import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Simulator, type SimulatorOptions } from '../../../sdk/src/simulator/simulator.ts';
import { genuineLogs } from '../../support/sdk/genuine-logs.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { oneAccount, writeIni } from './data-directory.ts';
import { ManualClock } from './manual-clock.ts';

/** A line of the log, or a line with the SIP message that belongs to it. */
interface LogRecord {
  readonly module: string;
  readonly text: string;
  readonly message: string | undefined;
}

const lineForm = /^\d\d:\d\d:\d\d\.\d{3} {1,23}(?<module>\S+) [ !]\.*(?<text>.*)$/u;
const messageForm =
  /^(?:TX|RX) (?<length>\d+) bytes (?:Request|Response) msg \S+ \(\S+\) (?:to|from) (?:UDP|TCP|TLS) [\d.]+:\d+:$/u;

/** Takes a log apart by the form of PJSIP's; whatever does not have it fails. */
function parseLog(log: string): readonly LogRecord[] {
  const records: LogRecord[] = [];
  let rest = log;
  while (rest !== '') {
    const [first = ''] = /^[^\n]*\n/u.exec(rest) ?? [];
    rest = rest.slice(first.length);
    const line = lineForm.exec(first.replace(/\r?\n$/u, ''));
    if (line === null) {
      // Statistics of a call's media go on over several lines.
      assert.match(first, /^ {2,}|^\r?\n$/u, `not a line of PJSIP: ${JSON.stringify(first)}`);
      continue;
    }
    const { module = '', text = '' } = line.groups ?? {};
    const length = messageForm.exec(text)?.groups?.['length'];
    if (length === undefined) {
      assert.ok(!/^(?:TX|RX) /u.test(text), `not a message of PJSIP: ${text}`);
      records.push({ module, text, message: undefined });
      continue;
    }
    assert.ok(
      first.endsWith(':\n') && !first.endsWith('\r\n'),
      'PJSIP ends the line before a message with LF alone',
    );
    const message = Buffer.from(rest).subarray(0, Number(length)).toString();
    const end = '\n--end msg--\r\n';
    assert.equal(rest.slice(message.length, message.length + end.length), end, `length of ${text}`);
    rest = rest.slice(message.length + end.length);
    records.push({ module, text, message });
  }
  return records;
}

/** What remains of a line when numbers, addresses, names of objects and texts of people are taken away. */
function shapeOf({ module, text }: LogRecord): string {
  return `${module.replace(/0x[0-9a-f]+$/u, '')}: ${text}`
    .replace(/"[^"]*" <sip:[^>]*>|<sip:[^>]*>|sips?:[^\s,]+/gu, 'URI')
    .replace(/"mod-[\w-]+"/gu, 'MODULE')
    .replace(/0x[0-9a-f]+/gu, '0x')
    .replace(/\d+\.\d+\.\d+\.\d+:\d+/gu, 'ADDRESS')
    .replace(/speex|PCMA/gu, 'CODEC')
    .replace(/dialing DTMF \S+/u, 'dialing DTMF DIGITS')
    .replace(/digit id \S/u, 'digit id D')
    .replace(/for \S+ initialized/u, 'for SYSTEM initialized')
    .replace(/\([A-Z][a-z]\w*(?: \w+)*\)/gu, 'REASON')
    .replace(/\d+/gu, '#');
}

function genuineRecords(): readonly (readonly LogRecord[])[] {
  return genuineLogs.map(({ bytes }) => parseLog(bytes.toString('utf8')));
}

describe("the simulator's log has the form of PJSIP's (facts F.3)", () => {
  let directory: TemporaryDirectory;
  let clock: ManualClock;
  beforeEach(() => {
    directory = temporaryDirectory();
    clock = new ManualClock();
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  async function startPhone(options: Partial<SimulatorOptions> = {}, folderName = ''): Promise<Simulator> {
    const dataDirectory = join(directory.path, folderName);
    mkdirSync(dataDirectory, { recursive: true });
    writeIni(dataDirectory, { ...oneAccount, 'Settings.enableLog': '1', 'Settings.singleMode': '0' });
    const phone = await Simulator.start({ dataDirectory, clock, ...options });
    clock.pass(100);
    return phone;
  }

  function logOf(phone: Simulator): string {
    return readFileSync(join(phone.dataDirectory, 'microsip_log.txt'), 'utf8');
  }

  /** A day at the phone: everything it can do, once. */
  async function busyDay(): Promise<string> {
    const phone = await startPhone();
    await phone.commandLine('5551234');
    clock.pass(3000);
    await phone.commandLine('/dtmf:12#*');
    await phone.commandLine('msip:hold');
    await phone.commandLine('msip:hold');
    phone.farEnd({ do: 'hold' });
    phone.farEnd({ do: 'resume' });
    await phone.commandLine('/transfer:5559999');
    clock.pass(3000);
    await phone.commandLine('/hangupall');
    await phone.commandLine('486');
    clock.pass(3000);
    await phone.commandLine('5551234');
    await phone.commandLine('/hangupcalling');
    clock.pass(10);
    await phone.commandLine('5551234 hello');
    const answered = phone.ring({ from: '"Ada" <sip:101@pbx.test>' });
    clock.pass(10);
    await phone.commandLine('/answer');
    phone.farEnd({ do: 'hang-up' }, answered);
    const declined = phone.ring({ from: '102', assertedIdentity: '<sip:103@pbx.test>' });
    clock.pass(10);
    phone.user({ do: 'decline', callId: declined });
    const missed = phone.ring({ from: '104' });
    clock.pass(10);
    phone.farEnd({ do: 'hang-up' }, missed);
    const elsewhere = phone.ring({ from: '105' });
    clock.pass(10);
    phone.farEnd({ do: 'hang-up', answeredElsewhere: true }, elsewhere);
    await phone.dispose();
    return logOf(phone);
  }

  it('can be taken apart like genuine logs, messages by their length in bytes', async () => {
    for (const records of genuineRecords())
      assert.ok(records.filter(({ message }) => message !== undefined).length >= 2);
    const messages = parseLog(await busyDay()).filter(({ message }) => message !== undefined);
    assert.ok(messages.length > 50, String(messages.length));
  });

  it('has no line whose kind genuine logs do not have', async () => {
    const genuine = new Set(genuineRecords().flat().map(shapeOf));
    const unknown = new Set(
      parseLog(await busyDay())
        .map(shapeOf)
        .filter((shape) => !genuine.has(shape)),
    );
    // In none of the genuine logs the far end puts the phone on hold, or an account is deleted, as MicroSIP does.
    assert.deepEqual([...unknown].sort(), [
      'dlg: Received Request msg INVITE/cseq=# (rdata#x)',
      'pjsua_acc.c: Account id # deleted',
      'pjsua_acc.c: Deleting account #..',
      'pjsua_media.c: Audio updated, stream ##: CODEC (recvonly)',
    ]);
  });

  it('tells the state of each call without a gap, from NULL to DISCONNECTED', async () => {
    const states = new Map<string, string>();
    for (const { module, text } of parseLog(await busyDay())) {
      const change = /^State changed from (\w+) to (\w+), event=(?:TSX_STATE|RX_MSG|TX_MSG)$/u.exec(text);
      if (!module.startsWith('inv') || change === null) continue;
      const [, from = '', to = ''] = change;
      assert.equal(states.get(module) ?? 'NULL', from);
      states.set(module, to);
    }
    assert.equal(states.size, 7);
    assert.deepEqual(new Set(states.values()), new Set(['DISCONNECTED']));
  });

  it('holds whole messages with the headers that genuine ones have', async () => {
    const headersOf = (records: readonly LogRecord[]): Map<string, Set<string>> => {
      const found = new Map<string, Set<string>>();
      for (const { message } of records) {
        if (message === undefined) continue;
        const [head = ''] = message.split('\r\n\r\n');
        const [start = '', ...lines] = head.split('\r\n');
        const kind = start.startsWith('SIP/2.0') ? 'response' : (start.split(' ')[0] ?? '');
        const names = found.get(kind) ?? new Set();
        for (const line of lines) names.add(line.slice(0, line.indexOf(':')));
        found.set(kind, names);
      }
      return found;
    };
    const genuine = headersOf(genuineRecords().flat());
    // Of proxies and exchanges, which none of the genuine logs has.
    const foreign = new Set(['INVITE P-Asserted-Identity', 'CANCEL Reason']);
    for (const [kind, names] of headersOf(parseLog(await busyDay()))) {
      const known = genuine.get(kind);
      assert.ok(known, kind);
      const unknown = [...names].filter((name) => !known.has(name) && !foreign.has(`${kind} ${name}`));
      assert.deepEqual(unknown, [], kind);
      for (const name of ['Via', 'From', 'To', 'Call-ID', 'CSeq', 'Content-Length'])
        assert.ok(names.has(name), `${kind} ${name}`);
    }
  });

  it('tells a refused registration', async () => {
    const phone = await startPhone({ script: { registrar: { answers: 403 } } });
    assert.match(
      logOf(phone),
      /pjsua_acc\.c {2}\.\.\.\.SIP registration failed, status=403 \(Forbidden\)\r\n/u,
    );
    await phone.dispose();
  });

  it('is not written unless enableLog=1', async () => {
    writeIni(directory.path, oneAccount);
    await using _phone = await Simulator.start({ dataDirectory: directory.path, clock });
    assert.equal(existsSync(join(directory.path, 'microsip_log.txt')), false);
  });

  it('keeps the previous log as _1 in 3.22.16, once, and starts afresh', async () => {
    for (let run = 0; run < 3; run++) await (await startPhone()).dispose();
    assert.deepEqual(
      readdirSync(directory.path).filter((name) => name.startsWith('microsip_log')),
      ['microsip_log.txt', 'microsip_log_1.txt'],
    );
    await (await startPhone({ version: '3.21.6' }, 'older')).dispose();
    await (await startPhone({ version: '3.21.6' }, 'older')).dispose();
    assert.equal(existsSync(join(directory.path, 'older', 'microsip_log_1.txt')), false);
  });

  it('loses the previous log in a folder with a dot in its name (facts F.3)', async () => {
    await (await startPhone({}, 'v3.22')).dispose();
    await (await startPhone({}, 'v3.22')).dispose();
    assert.deepEqual(
      readdirSync(join(directory.path, 'v3.22')).filter((name) => name.startsWith('microsip_log')),
      ['microsip_log.txt'],
    );
  });

  it('cannot be given lines by a caller or a command', async () => {
    const phone = await startPhone();
    phone.ring({ from: '"x\r\n--end msg--\r\n12:00:00.000 pjsua_call.c  forged" <sip:101@pbx.test>' });
    clock.pass(10);
    await phone.commandLine('/hangupincoming');
    await phone.commandLine('55\r\n12:00:00.000 pjsua_call.c  forged');
    await phone.commandLine('msip:55\r\n12:00:00.000 pjsua_call.c  forged');
    clock.pass(2000);
    await phone.commandLine('/transfer:66\r\n12:00:00.000\tpjsua_call.c  forged');
    await phone.commandLine('/dtmf:1\r\n12:00:00.000 pjsua_call.c  forged');
    clock.pass(2000);
    await phone.dispose();
    const log = logOf(phone);
    assert.match(log, /Incoming Request msg INVITE/u);
    parseLog(log);
    assert.doesNotMatch(log, /^12:00:00\.000 pjsua_call\.c/mu);
  });
});
