import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import type { CallEvent, MicroSipEvent, RegistrationEvent } from '../../../../sdk/src/events/call-event.ts';
import { LogCalendar } from '../../../../sdk/src/events/log/log-calendar.ts';
import type { LogEvent } from '../../../../sdk/src/events/log/log-event.ts';
import { LogParser } from '../../../../sdk/src/events/log/log-parser.ts';
import { Simulator, type SimulatorOptions } from '../../../../sdk/src/simulator/simulator.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { oneAccount, writeIni } from '../../simulator/data-directory.ts';
import { ManualClock } from '../../simulator/manual-clock.ts';

/** What log and phone both tell of a call, in the words of both. */
type Told = {
  readonly [Key in 'callId' | 'direction' | 'state' | 'number' | 'uri' | 'name' | 'reason' | 'at']:
    CallEvent[Key] | undefined;
};

for (const version of verifiedVersions) {
  describe(`the log of a simulated MicroSIP ${version} tells what the phone tells`, () => {
    let directory: TemporaryDirectory;
    let clock: ManualClock;
    beforeEach(() => {
      directory = temporaryDirectory();
      clock = new ManualClock();
    });
    afterEach(() => {
      directory[Symbol.dispose]();
    });

    /** Lets a phone do something, and gives what it said itself and what its log says. */
    async function both(
      act: (phone: Simulator) => Promise<void> | void,
      options: Partial<SimulatorOptions> = {},
    ): Promise<{ readonly said: readonly MicroSipEvent[]; readonly logged: readonly LogEvent[] }> {
      const dataDirectory = join(directory.path, 'phone');
      mkdirSync(dataDirectory);
      writeIni(dataDirectory, { ...oneAccount, 'Settings.enableLog': '1', 'Settings.singleMode': '0' });
      const phone = await Simulator.start({ dataDirectory, clock, version, ...options });
      const said: MicroSipEvent[] = [];
      phone.onDidChange((event) => said.push(event));
      clock.pass(100);
      await act(phone);
      clock.pass(100);
      await phone.dispose();
      const parser = new LogParser(LogCalendar.beginningOn(new Date(clock.now())), { version });
      const bytes = readFileSync(join(dataDirectory, 'microsip_log.txt'));
      return { said, logged: [...parser.push(bytes), ...parser.end()] };
    }

    function calls(events: readonly (MicroSipEvent | LogEvent)[]): readonly Told[] {
      let last: string | undefined;
      return (
        events
          .filter((event): event is CallEvent => event.type === 'call')
          .map(({ at, callId, direction, name, number, reason, state, uri }) => ({
            callId,
            direction,
            state,
            number,
            uri,
            name,
            reason,
            at,
          }))
          // The log tells a state again when its status changes, and at each step of a transfer; the phone does not.
          .filter(({ callId, state }) => {
            const repeated = last === `${callId} ${state}`;
            last = `${callId} ${state}`;
            return !repeated;
          })
      );
    }

    it('of outgoing calls that are answered, busy, refused, unknown, given up', async () => {
      const { logged, said } = await both(async (phone) => {
        await phone.commandLine('5551234');
        clock.pass(3000);
        await phone.commandLine('/hangupall');
        for (const number of ['486', '603', '404', '503']) {
          await phone.commandLine(number);
          clock.pass(3000);
        }
        await phone.commandLine('5551234');
        await phone.commandLine('/hangupcalling');
        clock.pass(10);
        await phone.commandLine('5551234');
        clock.pass(3000);
        phone.farEnd({ do: 'hang-up' });
      });
      assert.deepEqual(calls(logged), calls(said));
      assert.deepEqual(
        calls(logged).flatMap(({ reason }) => reason ?? []),
        ['hung-up', 'busy', 'declined', 'failed', 'failed', 'cancelled', 'hung-up'],
      );
    });

    it('of incoming calls that are answered, here and elsewhere, declined, missed, and who called', async () => {
      const { logged, said } = await both(async (phone) => {
        const answered = phone.ring({ from: '"Ada & Co" <sip:101@pbx.test>' });
        clock.pass(10);
        await phone.commandLine('/answer');
        phone.farEnd({ do: 'hang-up' }, answered);
        const declined = phone.ring({
          from: '"sip:102 & calc@x" <sip:900@pbx.test>',
          assertedIdentity: '"%PATH% | ^" <sip:103 &@pbx.test>',
        });
        clock.pass(10);
        phone.user({ do: 'decline', callId: declined });
        const missed = phone.ring({
          from: '<sip:104@pbx.test>',
          remotePartyId: '"R" <sip:105@pbx.test>;x=1',
        });
        clock.pass(10);
        phone.farEnd({ do: 'hang-up' }, missed);
        const elsewhere = phone.ring({ from: '<sip:106@pbx.test>' });
        clock.pass(10);
        phone.farEnd({ do: 'hang-up', answeredElsewhere: true }, elsewhere);
        const anonymous = phone.ring({ from: '"Anonymous" <sip:anonymous.invalid>' });
        clock.pass(10);
        phone.farEnd({ do: 'hang-up' }, anonymous);
      });
      assert.deepEqual(calls(logged), calls(said));
      assert.deepEqual(
        calls(logged).flatMap(({ reason }) => reason ?? []),
        ['hung-up', 'declined', 'missed', 'cancelled', 'missed'],
      );
    });

    it('of hold by either side, digits and a transfer', async () => {
      const { logged, said } = await both(async (phone) => {
        await phone.commandLine('5551234');
        clock.pass(3000);
        await phone.commandLine('/dtmf:12#*');
        await phone.commandLine('msip:hold');
        clock.pass(10);
        await phone.commandLine('msip:hold');
        clock.pass(10);
        phone.farEnd({ do: 'hold' });
        clock.pass(10);
        phone.farEnd({ do: 'resume' });
        clock.pass(10);
        await phone.commandLine('/transfer:5559999');
        clock.pass(3000);
      });
      assert.deepEqual(calls(logged), calls(said));
      const told = logged.filter((event): event is CallEvent => event.type === 'call');
      assert.deepEqual(
        told.flatMap(({ heldBy }) => heldBy ?? []),
        ['local', 'remote'],
      );
      const transfers = told.flatMap(({ transfer }) => transfer ?? []);
      assert.deepEqual(
        transfers.map(({ by, status }) => [by, status]),
        [
          ['local', 100],
          ['local', 200],
        ],
      );
      assert.match(transfers[0]?.target ?? '', /^sip:5559999@/u);
    });

    it('of hold by both sides at once', async () => {
      const { logged, said } = await both(async (phone) => {
        await phone.commandLine('5551234');
        clock.pass(3000);
        for (const first of ['phone', 'far end'] as const) {
          for (const act of ['hold', 'resume'] as const) {
            if (first === 'far end') phone.farEnd({ do: act });
            clock.pass(10);
            await phone.commandLine('msip:hold');
            clock.pass(10);
            if (first === 'phone') phone.farEnd({ do: act });
            clock.pass(10);
          }
        }
      });
      assert.deepEqual(calls(logged), calls(said));
      assert.deepEqual(
        logged.flatMap((event) => (event.type === 'call' && event.state === 'held' ? [event.heldBy] : [])),
        ['local', 'both', 'remote', 'remote', 'both', 'local'],
      );
    });

    it('of two calls at once', async () => {
      const { logged, said } = await both(async (phone) => {
        await phone.commandLine('5551234');
        clock.pass(3000);
        const second = phone.ring({ from: '101' });
        clock.pass(10);
        await phone.commandLine('/answer');
        clock.pass(10);
        phone.farEnd({ do: 'hang-up' }, second);
        clock.pass(10);
        await phone.commandLine('/hangupall');
      });
      assert.deepEqual(calls(logged), calls(said));
    });

    for (const answers of [200, 403] as const) {
      it(`of a registration that is answered ${String(answers)}`, async () => {
        const { logged } = await both(() => undefined, { script: { registrar: { answers } } });
        const told = logged
          .filter((event): event is RegistrationEvent => event.type === 'registration')
          .map(({ account, state, status }) => [state, account, status]);
        const account = 'sip:1001@pbx.test';
        assert.deepEqual(
          told,
          answers === 200
            ? [
                ['registered', account, 200],
                ['unregistered', account, undefined],
              ]
            : [
                ['refused', account, 403],
                ['unregistered', account, undefined],
              ],
        );
      });
    }
  });
}
