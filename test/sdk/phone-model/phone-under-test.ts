import type { VerifiedVersion } from '../../../sdk/src/catalogue/version.ts';
import { callsOf } from '../../../sdk/src/phone-model/phone-selectors.ts';
import type { PhoneEffect } from '../../../sdk/src/phone-model/phone-effect.ts';
import type { IncomingCall, PhoneEvent } from '../../../sdk/src/phone-model/phone-input.ts';
import type { PhoneState } from '../../../sdk/src/phone-model/phone-state.ts';
import { advance, nextDeadline, startPhone, type PhoneStart } from '../../../sdk/src/phone-model/phone.ts';
import { phoneSettingsFrom } from '../../../sdk/src/phone-model/profile/phone-settings-from.ts';

/** An ini: section and key, such as `Settings.singleMode`, and the text after `=`. */
export type TestIni = Readonly<Record<string, string>>;

/** Two accounts at different servers, the first one active. */
export const twoAccounts: TestIni = {
  'Settings.accountId': '1',
  'Account1.domain': 'pbx.test',
  'Account1.server': 'pbx.test',
  'Account1.username': '1001',
  'Account2.domain': 'two.test',
  'Account2.server': 'two.test',
  'Account2.username': '2001',
};

/** Every hook set, so that each shows when it fires. */
export const everyHook: TestIni = Object.fromEntries(
  [
    'OutgoingCall',
    'IncomingCall',
    'CallRing',
    'CallAnswer',
    'CallAnswerVideo',
    'CallStart',
    'CallBusy',
    'CallEnd',
  ].map((name) => [`Settings.cmd${name}`, `C:\\hooks\\${name}.exe`]),
);

export interface TestPhoneOptions extends Partial<Omit<PhoneStart, 'version' | 'settings'>> {
  readonly version?: VerifiedVersion;
  readonly ini?: TestIni;
  /** Whether the registrar has said yes before the test begins; it has unless told otherwise. */
  readonly registered?: boolean;
  /** Whether hooks end at once, so that nothing has to wait; they do unless told otherwise. */
  readonly quickHooks?: boolean;
}

/** A phone in a test: it remembers its state and all it did, and its clock moves only when told. */
export interface TestPhone {
  readonly state: () => PhoneState;
  readonly now: () => number;
  /** Lets something happen now; returns what the phone did about it. */
  readonly feed: (event: PhoneEvent) => readonly PhoneEffect[];
  /** A second start with this command line. */
  readonly run: (tail: string) => readonly PhoneEffect[];
  readonly wait: (ms: number) => readonly PhoneEffect[];
  /** An INVITE from a user of the account's domain. */
  readonly ring: (user: string, more?: Partial<IncomingCall>) => string;
  /** Dials, and returns the Call-ID. */
  readonly dial: (number: string) => string;
  /** Dials, and the far end answers. */
  readonly talk: (number: string) => string;
  /** What the phone has done since the last question. */
  readonly effects: () => readonly PhoneEffect[];
}

const startAt = Date.UTC(2026, 10, 1, 12);

export function testPhone(options: TestPhoneOptions = {}): TestPhone {
  const { ini = {}, quickHooks = true, registered = true, version = '3.22.16', ...more } = options;
  const texts: TestIni = { ...twoAccounts, ...ini };
  const settings = phoneSettingsFrom((section, key) => texts[`${section}.${key}`], version);
  const started = startPhone({ version, settings, at: startAt, ...more });
  if (started.state === undefined) throw new Error('this start is no phone');

  let state = started.state;
  let now = more.at ?? startAt;
  let calls = 0;
  const done: PhoneEffect[] = [...started.effects];

  const feed = (event: PhoneEvent): readonly PhoneEffect[] => {
    const advanced = advance(state, { at: now, ...event });
    state = advanced.state;
    const effects = [...advanced.effects];
    done.push(...advanced.effects);
    for (const effect of quickHooks ? advanced.effects : []) {
      if (effect.do === 'hook') effects.push(...feed({ type: 'hook-ended', hook: effect.hook }));
    }
    return effects;
  };
  const phone: TestPhone = {
    state: () => state,
    now: () => now,
    feed,
    run: (tail) => feed({ type: 'command-line', tail }),
    wait: (ms) => {
      const until = now + ms;
      const effects: PhoneEffect[] = [];
      for (let due = nextDeadline(state); due !== undefined && due <= until; due = nextDeadline(state)) {
        now = Math.max(now, due);
        effects.push(...feed({ type: 'time' }));
      }
      now = until;
      return [...effects, ...feed({ type: 'time' })];
    },
    ring: (user, invite = {}) => {
      const callId = `incoming-${String(++calls)}`;
      feed({ type: 'incoming-call', callId, from: `<sip:${user}@pbx.test>`, ...invite });
      return callId;
    },
    dial: (number) => {
      const known = new Set(callsOf(state).map((call) => call.callId));
      phone.run(number);
      const call = callsOf(state).find(({ callId }) => !known.has(callId));
      if (call === undefined) throw new Error(`${number} was not called`);
      return call.callId;
    },
    talk: (number) => {
      const callId = phone.dial(number);
      feed({ type: 'far-end-ringing', callId });
      feed({ type: 'far-end-answered', callId });
      return callId;
    },
    effects: () => done.splice(0),
  };
  if (registered) feed({ type: 'registration-answered', status: 200 });
  done.length = 0;
  return phone;
}

/** The hooks among effects, in their order, as `cmdCallStart 101`. */
export function hooksOf(effects: readonly PhoneEffect[]): readonly string[] {
  return effects.flatMap((effect) =>
    effect.do === 'hook' ? [`${effect.key} ${effect.argument}`.trim()] : [],
  );
}

/** The SIP messages among effects, as `RESPONSE 486` or `BYE`. */
export function messagesOf(effects: readonly PhoneEffect[]): readonly string[] {
  return effects.flatMap((effect) => {
    if (effect.do !== 'send') return [];
    const { message } = effect;
    switch (message.method) {
      case 'RESPONSE':
        return [`RESPONSE ${String(message.status)}`];
      case 'RE-INVITE':
        return [message.hold ? 'HOLD' : 'RESUME'];
      case 'DTMF':
        return [`DTMF ${message.digits}`];
      case 'REFER':
        return [`REFER ${message.target}`];
      case 'INVITE':
        return [`INVITE ${message.uri}`];
      case 'MESSAGE':
        return [`MESSAGE ${message.uri} ${message.text}`];
      default:
        return [message.method];
    }
  });
}

/** The states of one call among effects. */
export function statesOf(effects: readonly PhoneEffect[], callId: string): readonly string[] {
  return effects.flatMap((effect) =>
    effect.do === 'callState' && effect.callId === callId ? [effect.state] : [],
  );
}

/** What effects are of, in their order. */
export function kindsOf(effects: readonly PhoneEffect[]): readonly string[] {
  return effects.map((effect) => effect.do);
}
