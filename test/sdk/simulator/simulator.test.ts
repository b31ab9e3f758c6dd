import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { IniDocument } from '../../../sdk/src/settings/ini-document.ts';
import { decodeIni, encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';
import type { CallEvent, MicroSipEvent } from '../../../sdk/src/events/call-event.ts';
import { provideExampleAccount } from '../../../sdk/src/simulator/example-account.ts';
import { Simulator, type SimulatorOptions } from '../../../sdk/src/simulator/simulator.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { iniPath, oneAccount, readIni, writeIni, type IniTexts } from './data-directory.ts';
import { ManualClock } from './manual-clock.ts';

/** Long enough for the registrar. */
const registeredMs = 100;

describe('Simulator', () => {
  let directory: TemporaryDirectory;
  let clock: ManualClock;
  let events: MicroSipEvent[];
  beforeEach(() => {
    directory = temporaryDirectory();
    clock = new ManualClock();
    events = [];
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  async function startPhone(
    ini: IniTexts | undefined = oneAccount,
    options: Partial<SimulatorOptions> = {},
  ): Promise<Simulator> {
    writeIni(directory.path, ini);
    const phone = await Simulator.start({ dataDirectory: directory.path, clock, ...options });
    phone.onDidChange((event) => events.push(event));
    clock.pass(registeredMs);
    return phone;
  }

  /** The states of calls so far, such as `calling`, and why they ended. */
  function states(): readonly string[] {
    return events
      .filter((event): event is CallEvent => event.type === 'call')
      .map(({ reason, state }) => (reason === undefined ? state : `${state} ${reason}`));
  }

  describe('far ends', () => {
    it('ring at once and answer a second later, unless told otherwise', async () => {
      await using phone = await startPhone();
      await phone.commandLine('5551234');
      clock.pass(999);
      assert.equal(phone.status.calls[0]?.state, 'ringing');
      clock.pass(1000);
      assert.deepEqual(states(), ['calling', 'ringing', 'active']);
      await phone.commandLine('/hangupall');
      assert.deepEqual(states().at(-1), 'ended hung-up');
      assert.deepEqual(phone.status.calls, []);
    });

    for (const [number, end] of [
      ['486', 'ended busy'],
      ['603', 'ended declined'],
      ['404', 'ended failed'],
      ['480', 'ended failed'],
    ] as const) {
      it(`refuse with the number as SIP status: ${number}`, async () => {
        await using phone = await startPhone();
        await phone.commandLine(number);
        clock.pass(2000);
        assert.equal(states().at(-1), end);
        const ended = events.findLast((event) => event.type === 'call');
        assert.equal(ended?.status, Number(number));
      });
    }

    it('do what the script says: delays, hold, resume, hang-up', async () => {
      await using phone = await startPhone(oneAccount, {
        script: {
          rules: [
            {
              dialled: '55*',
              steps: [
                { after: 100, do: 'ring' },
                { after: 400, do: 'answer' },
                { after: 1000, do: 'hold' },
                { after: 1000, do: 'resume' },
                { after: 1000, do: 'hang-up' },
              ],
            },
          ],
        },
      });
      await phone.commandLine('5551234');
      clock.pass(10_000);
      assert.deepEqual(states(), ['calling', 'ringing', 'active', 'held', 'active', 'ended hung-up']);
    });

    it('never answer when the script gives them no steps', async () => {
      await using phone = await startPhone(oneAccount, {
        script: { rules: [{ dialled: '5551234', steps: [] }] },
      });
      await phone.commandLine('5551234');
      clock.pass(30_000);
      assert.deepEqual(states(), ['calling']);
    });

    it('call by themselves when the script says so, and give up', async () => {
      await using phone = await startPhone(oneAccount, {
        script: {
          incoming: [
            { at: 500, from: '"Ada" <sip:101@pbx.test>', whileRinging: [{ after: 2000, do: 'hang-up' }] },
          ],
        },
      });
      clock.pass(600);
      assert.deepEqual(
        phone.status.calls.map(({ name, number, state }) => ({ name, number, state })),
        [{ name: 'Ada', number: '101', state: 'incoming' }],
      );
      clock.pass(5000);
      assert.deepEqual(states(), ['incoming', 'ended missed']);
    });

    it('are called back by ring, answered, held and hung up by hand', async () => {
      await using phone = await startPhone();
      const callId = phone.ring({ from: '101', whenAnswered: [{ after: 5000, do: 'hang-up' }] });
      clock.pass(0);
      await phone.commandLine('/answer');
      clock.pass(10);
      phone.farEnd({ do: 'hold' });
      phone.farEnd({ do: 'resume' }, callId);
      await phone.commandLine('msip:hold');
      assert.deepEqual(states(), ['incoming', 'active', 'held', 'active', 'held']);
      clock.pass(5000);
      assert.equal(states().at(-1), 'ended hung-up');
      assert.throws(() => phone.farEnd({ do: 'hold' }, callId), { code: 'INVALID_ARGUMENT' });
    });

    it('are declined by the user as busy (facts C.1)', async () => {
      await using phone = await startPhone();
      const callId = phone.ring({ from: '101' });
      clock.pass(0);
      phone.user({ do: 'decline', callId });
      clock.pass(0);
      assert.deepEqual(states(), ['incoming', 'ended declined']);
      assert.equal(events.findLast((event) => event.type === 'call')?.status, 486);
    });

    it('are reported even when nobody saw their calls, as under DND', async () => {
      await using phone = await startPhone({ ...oneAccount, 'Settings.DND': '1' });
      phone.ring({ from: '101' });
      clock.pass(10);
      assert.deepEqual(states(), ['incoming', 'ended declined']);
      assert.deepEqual(phone.status.calls, []);
    });
  });

  describe('the registrar', () => {
    it('says yes after a moment', async () => {
      await using phone = await startPhone();
      assert.deepEqual(phone.status.registration, {
        state: 'registered',
        account: 'sip:1001@pbx.test',
        status: 200,
      });
      assert.equal(phone.status.phone, 'idle');
    });

    it('refuses with the code of the script', async () => {
      await using phone = await startPhone(oneAccount, { script: { registrar: { answers: 403 } } });
      assert.equal(phone.status.registration?.state, 'refused');
      assert.equal(phone.status.phone, 'unregistered');
    });

    it('never answers when the script says so, and a dialled number waits (facts A.6)', async () => {
      await using phone = await startPhone(oneAccount, { script: { registrar: { answers: 'never' } } });
      await phone.commandLine('5551234');
      clock.pass(60_000);
      assert.deepEqual(states(), []);
      assert.equal(phone.phone.parked, '5551234');
    });

    it('is slow when the script says so, and the number is dialled then', async () => {
      await using phone = await startPhone(oneAccount, {
        script: { registrar: { answers: 200, after: 5000 } },
      });
      await phone.commandLine('5551234');
      assert.deepEqual(states(), []);
      clock.pass(5000);
      assert.equal(states()[0], 'calling');
    });
  });

  it('loses commands while its SIP stack does not run, and says so (facts B)', async () => {
    await using phone = await startPhone(oneAccount, { script: { stack: 'failed' } });
    assert.equal(await phone.commandLine('5551234'), false);
    assert.deepEqual(states(), []);
  });

  it('refuses to be a second phone of its data directory', async () => {
    await using _phone = await startPhone();
    await assert.rejects(Simulator.start({ dataDirectory: directory.path }), { code: 'LAUNCH_FAILED' });
    await assert.rejects(Simulator.start({ dataDirectory: join(directory.path, '.') }), {
      code: 'LAUNCH_FAILED',
    });
  });

  it('does not start with a command line that starts no phone (facts A.2)', async () => {
    provideExampleAccount(directory.path);
    await assert.rejects(Simulator.start({ dataDirectory: directory.path, tail: '/exit' }), {
      code: 'INVALID_ARGUMENT',
    });
    await using phone = await Simulator.start({ dataDirectory: directory.path, tail: '/minimized' });
    assert.equal(phone.phone.mainWindow, 'hidden');
  });

  it('ends the loop over its events when it exits', async () => {
    const phone = await startPhone();
    const seen: MicroSipEvent[] = [];
    const loop = (async () => {
      for await (const event of phone.events()) seen.push(event);
    })();
    await phone.commandLine('/exit');
    await phone.ended;
    await loop;
    assert.deepEqual(
      seen.map((event) => (event.type === 'phone' ? event.state : event.type)),
      ['registration', 'not-running'],
    );
    await assert.rejects(phone.commandLine('1'), { code: 'NOT_RUNNING' });
  });

  it('ends when its surroundings fail, and says why', async () => {
    const phone = await startPhone(oneAccount, {
      peripherals: [
        {
          perform: (effect) => {
            if (effect.do === 'callState' && effect.state === 'EARLY') throw new Error('disk full');
          },
        },
      ],
    });
    await phone.commandLine('5551234');
    clock.pass(500);
    await assert.rejects(phone.ended, /disk full/u);
    assert.equal(phone.status.phone, 'not-running');
    await assert.rejects(phone.commandLine('/hangupall'), { code: 'NOT_RUNNING' });
  });

  it('gives everything back when it cannot begin, and starts when the cause is gone', async () => {
    writeIni(directory.path, { ...oneAccount, 'Settings.enableLog': '1' });
    const log = join(directory.path, 'microsip_log.txt');
    const previous = join(directory.path, 'microsip_log_1.txt');
    mkdirSync(log);
    mkdirSync(previous);
    await assert.rejects(Simulator.start({ dataDirectory: directory.path, clock }), { code: 'EISDIR' });
    const broken = { perform: () => assert.fail('no such device') };
    rmdirSync(log);
    await assert.rejects(
      Simulator.start({ dataDirectory: directory.path, clock, peripherals: [broken] }),
      /no such device/u,
    );
    assert.equal(clock.timers, 0);
    await using phone = await Simulator.start({ dataDirectory: directory.path, clock });
    assert.equal(phone.status.phone, 'unregistered');
  });

  it('leaves no timer behind, however often and in whatever way it is ended', async () => {
    const phone = await startPhone(oneAccount, {
      script: { incoming: [{ at: 60_000, from: '101' }], registrar: { answers: 200, after: 5000 } },
    });
    await phone.commandLine('5551234');
    phone.hang(30_000);
    await Promise.all([phone.dispose(), phone.crash(), phone.dispose()]);
    await phone.dispose();
    assert.equal(clock.timers, 0);
    assert.equal(phone.status.phone, 'not-running');
  });

  it('exits when its signal says so', async () => {
    const controller = new AbortController();
    const phone = await startPhone(oneAccount, { signal: controller.signal });
    controller.abort();
    await phone.ended;
    assert.equal(phone.status.phone, 'not-running');
    await assert.rejects(Simulator.start({ dataDirectory: directory.path, signal: controller.signal }));
  });

  describe('the ini', () => {
    it('keeps comments and unknown keys when MicroSIP rewrites it, and loses what others changed (facts D.3)', async () => {
      await using phone = await startPhone({ ...oneAccount, 'Settings.mine': 'kept' });
      const ini = readIni(directory.path);
      ini.set('Settings', 'singleMode', '0');
      ini.set('Settings', 'theirs', 'kept too');
      writeFileSync(iniPath(directory.path), Buffer.from(`\uFEFF${ini.toString()}`, 'utf16le'));
      phone.user({ do: 'arrange-window' });
      clock.pass(4999);
      assert.equal(readIni(directory.path).get('Settings', 'singleMode'), '0', 'saved only 5 s after');
      clock.pass(1);
      const saved = readIni(directory.path);
      assert.equal(saved.get('Settings', 'singleMode'), '1');
      assert.equal(saved.get('Settings', 'mine'), 'kept');
      assert.equal(saved.get('Settings', 'theirs'), 'kept too');
    });

    it('wraps hooks in quotes when it saves them, except in 3.20.5 (facts C.4)', async () => {
      for (const [version, text] of [
        ['3.22.16', '"C:\\t\\ev.exe end"'],
        ['3.20.5', 'C:\\t\\ev.exe end'],
      ] as const) {
        const phone = await startPhone(
          { ...oneAccount, 'Settings.cmdCallEnd': 'C:\\t\\ev.exe end' },
          { version },
        );
        await phone.dispose();
        assert.equal(readIni(directory.path).getText('Settings', 'cmdCallEnd'), text);
      }
    });

    it('remembers dialled numbers, the newest first, unknown tokens included (facts A.6, K.2)', async () => {
      await using phone = await startPhone();
      await phone.commandLine('-hangup');
      await phone.commandLine('/hangupall');
      await phone.commandLine('5551234');
      assert.deepEqual(readIni(directory.path).entries('Dialed'), [
        { key: '0', text: '5551234' },
        { key: '1', text: '-hangup' },
      ]);
    });

    it('is converted from the ANSI code page, in which UTF-8 comes out mangled (facts D.2)', async () => {
      const text = '[Settings]\r\naccountId=1\r\n[Account1]\r\ndomain=pbx.test\r\nlabel=Büro\r\n';
      for (const [encoding, label] of [
        ['latin1', 'Büro'],
        ['utf8', 'BÃ¼ro'],
      ] as const) {
        writeFileSync(iniPath(directory.path), Buffer.from(text, encoding));
        await using _phone = await Simulator.start({ dataDirectory: directory.path, clock });
        assert.deepEqual([...readFileSync(iniPath(directory.path)).subarray(0, 2)], [0xff, 0xfe]);
        assert.equal(readIni(directory.path).get('Account1', 'label'), label);
      }
    });

    for (const [what, content] of [
      ['belongs to another program', Buffer.from('[core]\nbare = false\n')],
      ['is binary', Buffer.from([1, 2, 3, 0, 4])],
      ['is UTF-16 without its mark', Buffer.from('[Settings]\r\n', 'utf16le')],
      ['is UTF-16 that ends within a character', Buffer.from([0xff, 0xfe, 0x5b])],
      ['holds half a character', Buffer.from('\uFEFF[Settings]\r\na=\uD83D\r\n', 'utf16le')],
    ] as const) {
      it(`is left as it is when it ${what}`, async () => {
        writeFileSync(iniPath(directory.path), content);
        await assert.rejects(Simulator.start({ dataDirectory: directory.path, clock }), {
          code: 'SETTINGS_DAMAGED',
        });
        assert.deepEqual(readFileSync(iniPath(directory.path)), content);
      });
    }

    it('names the version of the phone from its start on, each version in its own section (facts B.1, D.5)', async () => {
      for (const [version, section] of [
        ['3.20.5', 'Settings'],
        ['3.22.3', 'Settings'],
        ['3.22.16', 'Global'],
      ] as const) {
        await using _phone = await startPhone(oneAccount, { version });
        assert.equal(readIni(directory.path).get(section, 'version'), version);
      }
    });

    it('is left as it is when it becomes something else while the phone runs', async () => {
      const phone = await startPhone();
      const foreign = Buffer.from('\uFEFF[core]\r\nbare=false\r\n', 'utf16le');
      writeFileSync(iniPath(directory.path), foreign);
      await phone.commandLine('5551234');
      await phone.dispose();
      assert.deepEqual(readFileSync(iniPath(directory.path)), foreign);
    });

    it('is read anew for accounts that are not the active one (facts D.3)', async () => {
      await using phone = await startPhone();
      const edited = readIni(directory.path);
      edited.set('Account2', 'domain', 'two.test');
      edited.set('Account2', 'username', '2001');
      writeFileSync(iniPath(directory.path), encodeIni({ encoding: 'utf-16le', text: edited.toString() }));
      await phone.commandLine('/account:2');
      assert.equal(phone.phone.settings.accountId, 2);
      assert.equal(readIni(directory.path).get('Settings', 'accountId'), '2');
    });

    it('stays readable whatever characters a caller is made of', async () => {
      const character = fc.oneof(
        fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
        fc.constantFrom('\r\n[Settings]\r\nsingleMode=0', '\uD83D', '\u2028', '"', ';', '=', '<', '>', '\0'),
      );
      const name = fc.array(character, { maxLength: 30 }).map((parts) => parts.join(''));
      await using phone = await startPhone(oneAccount, { version: '3.20.5' });
      fc.assert(
        fc.property(name, name, (displayName, user) => {
          const callId = phone.ring({ from: `"${displayName}" <sip:${user}@pbx.test>` });
          clock.pass(0);
          if (phone.status.calls.length > 0) phone.user({ do: 'decline', callId });
          clock.pass(0);
          const bytes = readFileSync(iniPath(directory.path));
          const { text } = decodeIni(bytes);
          assert.ok(!/\p{Surrogate}/u.test(text));
          const ini = IniDocument.parse(text);
          assert.deepEqual(ini.sections, ['Settings', 'Account1', 'Calls']);
          assert.equal(ini.get('Settings', 'singleMode') ?? '1', '1');
          assert.ok(ini.entries('Calls').every(({ key }) => /^\d+$/u.test(key)));
        }),
        { numRuns: 300 },
      );
      assert.ok(readIni(directory.path).entries('Calls').length > 100);
    });

    it('cannot be given lines of its own by a caller', async () => {
      const phone = await startPhone(oneAccount, { version: '3.22.3' });
      phone.ring({ from: '"Ada\r\n[Account2]\r\ndomain=evil" <sip:101@pbx.test>' });
      clock.pass(10);
      await phone.dispose();
      assert.equal(readIni(directory.path).get('Account2', 'domain'), undefined);
    });
  });

  describe('the call history (facts F.1)', () => {
    it('is a ring buffer in the ini up to 3.22.3', async () => {
      await using phone = await startPhone(
        { ...oneAccount, 'Settings.callsLastKey': '998' },
        { version: '3.22.3' },
      );
      await phone.commandLine('5551234');
      clock.pass(11_500);
      await phone.commandLine('/hangupall');
      await phone.commandLine('486');
      clock.pass(5000);
      const ini = readIni(directory.path);
      const [first, second] = ini.entries('Calls');
      assert.match(first?.text ?? '', /^5551234;5551234;0;\d{10};10;/u);
      assert.deepEqual([first?.key, second?.key], ['999', '0']);
      assert.match(second?.text ?? '', /^486;486;0;\d{10};0;/u);
      assert.equal(ini.get('Settings', 'callsLastKey'), '0');
      assert.equal(existsSync(join(directory.path, 'call_log.db')), false);
    });

    it('is a database since 3.22.5, which takes over the calls of the ini', async () => {
      await using phone = await startPhone(
        {
          ...oneAccount,
          'Calls.0': '101;Ada;2;1700000000;0;Missed',
          'Calls.1': 'null',
          'Settings.callsLastKey': '1',
        },
        { version: '3.22.5' },
      );
      assert.deepEqual(readIni(directory.path).entries('Calls'), []);
      const callId = phone.ring({ from: '"Bob" <sip:102@pbx.test>' });
      clock.pass(0);
      phone.farEnd({ do: 'hang-up' }, callId);
      clock.pass(0);
      using database = new DatabaseSync(join(directory.path, 'call_log.db'), { readOnly: true });
      const rows = database
        .prepare('SELECT callId, number, name, type, duration FROM call_log ORDER BY id')
        .all();
      assert.deepEqual(
        rows.map(({ duration, name, number, type }) => ({ duration, name, number, type })),
        [
          { number: '101', name: 'Ada', type: 2, duration: 0 },
          { number: '102', name: 'Bob', type: 2, duration: 0 },
        ],
      );
      assert.equal(rows[1]?.['callId'], callId);
      assert.match(String(rows[0]?.['callId']), /^[0-9a-f]{32}$/u);
    });
  });

  it('reads contacts once and writes them as a whole when one changes (facts F.2)', async () => {
    const path = join(directory.path, 'Contacts.xml');
    writeFileSync(
      path,
      '<?xml version="1.0"?>\n<contacts><contact number="101" name="A &amp; B" custom="x"/></contacts>',
    );
    await using phone = await startPhone();
    writeFileSync(path, '<contacts><contact number="999" name="lost"/></contacts>');
    phone.user({ do: 'save-contact', contact: { number: '102', name: '"<Bob>"\u00FC' } });
    const xml = readFileSync(path, 'utf8');
    assert.match(xml, /number="101"/u);
    assert.match(xml, /name="A &amp; B"/u);
    assert.match(xml, /number="102"/u);
    assert.doesNotMatch(xml, /lost/u);
    assert.doesNotMatch(xml, /<Bob>/u);
    phone.user({ do: 'delete-contact', number: '101' });
    assert.doesNotMatch(readFileSync(path, 'utf8'), /number="101"/u);
  });
});
