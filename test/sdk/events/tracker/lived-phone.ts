import type { VerifiedVersion } from '../../../../sdk/src/catalogue/version.ts';
import type { CallEvent, MicroSipEvent } from '../../../../sdk/src/events/call-event.ts';
import type { HookEvent } from '../../../../sdk/src/events/hooks/hook-event.ts';
import type { LogEvent } from '../../../../sdk/src/events/log/log-event.ts';
import type { ProcessEvent } from '../../../../sdk/src/events/tracker/tracker-input.ts';
import type { PhoneEvent } from '../../../../sdk/src/phone-model/phone-input.ts';
import { phoneSettingsFrom } from '../../../../sdk/src/phone-model/profile/phone-settings-from.ts';
import { startPhone } from '../../../../sdk/src/phone-model/phone.ts';
import { PhoneDriver } from '../../../../sdk/src/simulator/phone-driver.ts';
import { PhoneReporter } from '../../../../sdk/src/simulator/phone-reporter.ts';
import { ManualClock } from '../../simulator/manual-clock.ts';
import { everyHook, twoAccounts, type TestIni } from '../../phone-model/phone-under-test.ts';

/** What the sources of one phone told, each in its own order, and what was really so. */
export interface Life {
  readonly log: readonly LogEvent[];
  readonly hooks: readonly HookEvent[];
  readonly processes: readonly ProcessEvent[];
  readonly truth: readonly CallEvent[];
}

/** Something that happens to a phone; `call` counts back among the calls there were. */
export type Happening =
  | { readonly happens: 'command'; readonly tail: string }
  | { readonly happens: 'ring'; readonly from: string; readonly assertedIdentity?: string }
  | {
      readonly happens: 'far-end' | 'user';
      readonly call: number;
      readonly act: (callId: string) => PhoneEvent;
    }
  | { readonly happens: 'wait'; readonly ms: number }
  | { readonly happens: 'kill' };

/**
 * Lets the phone model live through what happens, with a log and with every hook, whose programs take their time. A
 * killed phone is started again.
 */
export function live(
  happenings: readonly Happening[],
  {
    hookTimes,
    ini = {},
    version = '3.22.16',
  }: {
    /** Milliseconds, one after the other, how long hook programs take to start; they are quick afterwards. */
    readonly hookTimes: readonly number[];
    readonly ini?: TestIni;
    readonly version?: VerifiedVersion;
  },
): Life {
  const clock = new ManualClock();
  const log: LogEvent[] = [];
  const hooks: HookEvent[] = [];
  const processes: ProcessEvent[] = [];
  const truth: CallEvent[] = [];
  const times = [...hookTimes];
  const callIds: string[] = [];
  let processId = 100;

  const at = (): string => new Date(clock.now()).toISOString();
  const report = (event: MicroSipEvent): void => {
    if (event.type === 'phone') return;
    log.push({ ...event, source: 'log' });
    if (event.type !== 'call') return;
    truth.push(event);
    if (!callIds.includes(event.callId)) callIds.push(event.callId);
  };

  const start = (): PhoneDriver => {
    const texts: TestIni = { ...twoAccounts, ...everyHook, ...ini };
    const settings = phoneSettingsFrom((section, key) => texts[`${section}.${key}`], version);
    const started = startPhone({ version, settings, at: clock.now(), seed: processId });
    if (started.state === undefined) throw new Error('this start is no phone');
    processes.push({ type: 'process', at: at(), running: true, processId: ++processId, startedAt: at() });
    log.push({ type: 'stack', at: at(), state: 'started' });
    const driver: PhoneDriver = new PhoneDriver(
      started.state,
      clock,
      [
        new PhoneReporter(clock, report),
        {
          perform: (effect) => {
            if (effect.do === 'exit') end(driver, true);
            if (effect.do !== 'hook') return;
            const { argument: caller, hook, key } = effect;
            const life = processId;
            clock.setTimer(times.shift() ?? 20, () => {
              const id = `${life}-${hook}`;
              hooks.push({ type: 'hook', at: at(), id, hook: key, caller });
              driver.feed({ type: 'hook-ended', hook });
            });
          },
        },
      ],
      (error) => {
        throw error;
      },
    );
    driver.begin(started);
    driver.feed({ type: 'registration-answered', status: 200 });
    return driver;
  };

  let running: PhoneDriver | undefined;
  const end = (driver: PhoneDriver, orderly: boolean): void => {
    driver.stop();
    if (orderly) log.push({ type: 'stack', at: at(), state: 'ended' });
    processes.push({ type: 'process', at: at(), running: false });
    running = undefined;
  };

  for (const happening of happenings) {
    running ??= start();
    clock.pass(5);
    switch (happening.happens) {
      case 'command':
        running.feed({ type: 'command-line', tail: happening.tail });
        break;
      case 'ring': {
        const { happens: _, ...invite } = happening;
        const callId = `in-${callIds.length}-${clock.now()}`;
        running.feed({ type: 'incoming-call', callId, ...invite });
        break;
      }
      case 'far-end':
      case 'user': {
        const callId = callIds.at(-1 - happening.call);
        if (callId !== undefined) running.feed(happening.act(callId));
        break;
      }
      case 'wait':
        clock.pass(happening.ms);
        break;
      case 'kill':
        end(running, false);
        clock.pass(2000);
        break;
    }
  }
  // Whatever is under way comes to its end, and the phone with it.
  running?.feed({ type: 'command-line', tail: '/hangupall' });
  clock.pass(600_000);
  if (running !== undefined) end(running, true);
  return { log, hooks, processes, truth };
}
