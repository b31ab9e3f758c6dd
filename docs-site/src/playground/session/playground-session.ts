import {
  advance,
  callerHeader,
  callerIdentity,
  callsOf,
  commandLineContextOf,
  farEndInput,
  nextDeadline,
  reactionOf,
  startingContext,
  startPhone,
  type CommandLineContext,
  type FarEndAct,
  type FarEndScript,
  type PhoneEffect,
  type PhoneEvent,
  type PhoneState,
  type UserInput,
} from 'microsip-sdk/phone-model';
import { PjsipLog, writesLog } from 'microsip-sdk/pjsip-log';

import { happeningOf, nameOf, type NewHappening } from './effect-happening.ts';
import { farEndScript } from './far-end-manner.ts';
import type { Happening, HookRun } from './happening.ts';
import { phoneSettingsOf, usualSettings, type PlaygroundSettings } from './playground-settings.ts';
import type { SessionSnapshot } from './session-snapshot.ts';
import { situationTitles, type Situation } from './situation.ts';

/** Who calls. */
export interface Caller {
  /** A number, a name, or a whole From header. Taken as it is. */
  readonly number: string;
  /** What the caller's phone shows as its owner; may be empty. */
  readonly name: string;
}

/** Something that will happen to the phone by itself. */
interface Due {
  /** Milliseconds since the session began. */
  readonly at: number;
  readonly event: PhoneEvent;
}

/** How much of the past is kept. */
const keptHappenings = 300;
const keptHookRuns = 100;
const keptLogEntries = 2000;

/** How long the registrar takes, in milliseconds. */
const registrarMs = 20;

/** How long a phone has to register before anything else happens to it. */
const registrationMs = 1000;

/** How long it takes until a situation has come about; the session's time begins then. */
const arrangementMs: Readonly<Record<Situation, number>> = {
  idle: registrationMs,
  'not-running': 0,
  'ringing-in': registrationMs + 500,
  calling: registrationMs + 500,
  'in-call': registrationMs + 3000,
};

/** The morning on which every session begins: the model has no clock of its own, and the page needs none. */
const beginning = Date.UTC(2026, 0, 5, 9);

/**
 * A simulated phone to play with, in a time of its own, which passes only as it is told to. It takes any text and
 * throws nothing.
 *
 * @example
 * ```ts
 * const session = new PlaygroundSession();
 * session.giveCommandLine('-hangup');
 * session.passTime(3000);
 * session.snapshot.happenings; // … “A call to -hangup begins.” …
 * ```
 */
export class PlaygroundSession {
  #snapshot: SessionSnapshot;
  #due: readonly Due[] = [];
  #script: FarEndScript = {};
  #log: PjsipLog | undefined;
  #nextId = 1;
  #nextCaller = 1;
  #nextSender = 1;
  #runs = 0;
  #acting = false;
  readonly #names = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  constructor(settings: PlaygroundSettings = usualSettings, situation: Situation = 'idle') {
    this.#snapshot = emptySnapshot(settings, 0);
    this.begin(settings, situation);
  }

  get snapshot(): SessionSnapshot {
    return this.#snapshot;
  }

  /** What the effect of a command line depends on now. */
  get context(): CommandLineContext {
    const { phone, settings } = this.#snapshot;
    return contextOf(phone, settings);
  }

  /** A time of the session as the phone knows it, in milliseconds since the epoch. */
  epochAt(elapsed: number): number {
    return beginning + elapsed;
  }

  /** Calls back after every change, until the returned function is called. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets everything, and begins anew. */
  begin(settings: PlaygroundSettings, situation: Situation): void {
    this.#act(() => this.#beginWith(settings, situation));
  }

  /** Chooses how those behave who are called from now on; the phone runs on. */
  changeSurroundings(change: Partial<Pick<PlaygroundSettings, 'farEnd' | 'hookMs'>>): void {
    this.#act(() => {
      this.#change({ settings: { ...this.#snapshot.settings, ...change } });
      this.#script = farEndScript(this.#snapshot.settings.farEnd);
    });
  }

  /** Starts `microsip.exe` with this text after its name. */
  giveCommandLine(line: string): void {
    this.#act(() => {
      // Windows takes off what stands in front of the text.
      const tail = line.replace(/^[ \t]+/u, '');
      this.#note({ kind: 'command', text: `microsip.exe ${tail}`.trimEnd(), spoken: false });
      if (this.#snapshot.phone === undefined) this.#start(tail);
      else this.#feed({ type: 'command-line', tail, sender: this.#nextSender++ });
    });
  }

  /** Somebody calls the phone. */
  callIn({ name, number }: Caller): void {
    this.#act(() => {
      const { phone } = this.#snapshot;
      if (phone === undefined) return;
      const callId = `caller-${String(this.#nextCaller++)}@pbx.test`;
      const header = callerHeader(number, 'pbx.test');
      const quoted = name.replace(/["\\]/gu, String.raw`\$&`);
      const from = name === '' || !header.startsWith('<') ? header : `"${quoted}" ${header}`;
      const invite = { type: 'incoming-call', callId, from } as const;
      this.#names.set(callId, nameOf(callerIdentity(phone.version, invite)));
      this.#note({ kind: 'given', text: `Somebody calls: ${from}`, spoken: false });
      this.#feed(invite);
    });
  }

  /** The other side of a call does something. */
  farEndDoes(callId: string, act: FarEndAct): void {
    this.#act(() => {
      this.#note({
        kind: 'given',
        text: `${this.#nameFor(callId)}, the far end, ${farEndDeeds[act.do]}`,
        spoken: false,
      });
      this.#feed(farEndInput(act, callId));
    });
  }

  /** A person does something at the phone. */
  userDoes(input: UserInput): void {
    this.#act(() => {
      this.#note({ kind: 'given', text: userDeeds[input.type], spoken: false });
      this.#feed(input);
    });
  }

  /** The registrar says something to the account, now. */
  registrarAnswers(status: number): void {
    this.#act(() => {
      this.#note({ kind: 'given', text: `The registrar answers ${String(status)}`, spoken: false });
      this.#feed({ type: 'registration-answered', status });
    });
  }

  /** Lets time pass; whatever is due happens on the way, each at its time. */
  passTime(ms: number): void {
    this.#act(() => this.#pass(ms));
  }

  /** Lets time pass until something happens by itself. */
  passToNext(): void {
    const { elapsed, nextAt } = this.#snapshot;
    if (nextAt !== undefined) this.passTime(nextAt - elapsed);
  }

  #beginWith(settings: PlaygroundSettings, situation: Situation): void {
    this.#snapshot = emptySnapshot(settings, -arrangementMs[situation]);
    this.#due = [];
    this.#log = undefined;
    this.#names.clear();
    if (situation !== 'not-running') this.#arrange(situation);
    // What led to the situation is no answer to anything that was asked.
    this.#script = farEndScript(settings.farEnd);
    this.#change({ happenings: [], hookRuns: [], announcement: '' });
    this.#note({ kind: 'given', text: `The beginning: ${this.#beginningText(situation)}`, spoken: true });
  }

  #arrange(situation: Situation): void {
    this.#start('');
    this.#pass(registrationMs);
    if (situation === 'ringing-in') {
      this.callIn({ number: '102', name: 'Ada' });
    } else if (situation === 'calling' || situation === 'in-call') {
      this.#script = farEndScript(situation === 'calling' ? 'rings' : 'answers');
      this.giveCommandLine('102');
    }
    this.#pass(-this.#snapshot.elapsed);
  }

  #beginningText(situation: Situation): string {
    const { phone, settings } = this.#snapshot;
    if (phone === undefined) return `MicroSIP ${settings.version} does not run.`;
    const isReached = callsOf(phone).length > 0 || situation === 'idle';
    const title = isReached ? situationTitles[situation] : situationTitles.idle;
    return `MicroSIP ${settings.version} runs. ${title}.`;
  }

  #start(tail: string): void {
    const { settings } = this.#snapshot;
    const { effects, state } = startPhone({
      version: settings.version,
      settings: phoneSettingsOf(settings),
      tail,
      at: this.#now(),
      seed: this.#runs++,
      // A build of today: what becomes of old ones is no matter of the command line.
      ageMatters: false,
    });
    this.#change({ phone: state });
    if (state !== undefined && writesLog(state)) {
      this.#log = new PjsipLog(
        settings.version,
        () => this.#now(),
        (text) => this.#change({ log: [...this.#snapshot.log, text].slice(-keptLogEntries) }),
      );
    }
    this.#perform(effects, state);
  }

  #pass(ms: number): void {
    const end = this.#snapshot.elapsed + Math.max(0, ms);
    for (let next = this.#nextAt(); next !== undefined && next <= end; next = this.#nextAt()) {
      this.#change({ elapsed: Math.max(next, this.#snapshot.elapsed) });
      const [first, ...others] = this.#due;
      if (first !== undefined && first.at <= next) {
        this.#due = others;
        this.#feed(first.event);
      } else {
        this.#feed({ type: 'time' });
      }
    }
    this.#change({ elapsed: end });
  }

  #nextAt(): number | undefined {
    const { phone } = this.#snapshot;
    const deadline = phone === undefined ? undefined : nextDeadline(phone);
    const times = [this.#due[0]?.at, deadline === undefined ? undefined : deadline - beginning];
    const known = times.filter((time) => time !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  }

  #feed(event: PhoneEvent): void {
    const { phone } = this.#snapshot;
    if (phone === undefined) return;
    if (event.type === 'hook-ended') this.#endHookRun(event.hook);
    this.#log?.observe(event, phone);
    const { effects, state } = advance(phone, { at: this.#now(), ...event });
    this.#change({ phone: state });
    this.#perform(effects, state);
    if (state.process === 'ended') this.#end();
  }

  #end(): void {
    this.#log?.close();
    this.#log = undefined;
    this.#due = [];
    this.#change({ phone: undefined });
  }

  #perform(effects: readonly PhoneEffect[], phone: PhoneState | undefined): void {
    for (const effect of effects) {
      if (phone !== undefined) {
        for (const call of phone.calls) this.#names.set(call.callId, nameOf(call.remote));
        this.#log?.perform(effect, phone);
        this.#answer(effect, phone);
      }
      const happening = happeningOf(effect, phone?.calls ?? [], (callId) => this.#nameFor(callId));
      if (happening !== undefined) this.#note(happening);
    }
  }

  /** What surrounds the phone reacts to what it does. */
  #answer(effect: PhoneEffect, phone: PhoneState): void {
    const { hookMs, registrar } = this.#snapshot.settings;
    switch (effect.do) {
      case 'register': {
        this.#forgetRegistration();
        // An account without a server does not register (facts D.6).
        const server = phone.settings.accounts[effect.accountId]?.server ?? '';
        if (registrar === 'silent' || server === '') break;
        const status = registrar === 'accepts' ? 200 : 403;
        this.#schedule(registrarMs, { type: 'registration-answered', status });
        break;
      }
      case 'unregister':
      case 'unregistered':
        this.#forgetRegistration();
        break;
      case 'send': {
        const uri = phone.calls.find((call) => call.callId === effect.callId)?.uri ?? '';
        const reactions = reactionOf(this.#script, { callId: effect.callId, uri }, effect.message);
        for (const { after, event } of reactions) this.#schedule(after, event);
        break;
      }
      case 'hook': {
        const { argument, blocks, file, hook, key, params } = effect;
        const at = this.#snapshot.elapsed;
        const run: HookRun = { hook, key, at, file, params, argument, blocks, endedAt: undefined };
        this.#change({ hookRuns: [...this.#snapshot.hookRuns, run].slice(-keptHookRuns) });
        this.#schedule(hookMs, { type: 'hook-ended', hook });
        break;
      }
      default:
    }
  }

  #forgetRegistration(): void {
    this.#due = this.#due.filter(({ event }) => event.type !== 'registration-answered');
  }

  #endHookRun(hook: number): void {
    const endedAt = this.#snapshot.elapsed;
    this.#change({
      hookRuns: this.#snapshot.hookRuns.map((run) => (run.hook === hook ? { ...run, endedAt } : run)),
    });
  }

  #schedule(after: number, event: PhoneEvent): void {
    const due = { at: this.#snapshot.elapsed + after, event };
    // Sorting keeps what is due at one time in the order in which it was planned.
    this.#due = [...this.#due, due].sort((one, other) => one.at - other.at);
  }

  #note(happening: NewHappening): void {
    const noted: Happening = { ...happening, id: this.#nextId++, at: this.#snapshot.elapsed };
    this.#change({ happenings: [...this.#snapshot.happenings, noted].slice(-keptHappenings) });
  }

  #nameFor(callId: string): string {
    return this.#names.get(callId) ?? 'an unknown number';
  }

  #now(): number {
    return this.epochAt(this.#snapshot.elapsed);
  }

  #change(change: Partial<SessionSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
  }

  /** Does something, and tells whoever listens once it is done. */
  #act(work: () => void): void {
    if (this.#acting) {
      work();
      return;
    }
    const before = this.#nextId;
    this.#acting = true;
    work();
    this.#acting = false;
    const spoken = this.#snapshot.happenings.filter(({ id, spoken }) => id >= before && spoken);
    this.#change({
      nextAt: this.#nextAt(),
      ...(spoken.length > 0 && { announcement: spoken.map(({ text }) => text).join(' ') }),
    });
    for (const listener of this.#listeners) listener();
  }
}

/** What the effect of a command line depends on, whether the phone runs or not. */
export function contextOf(phone: PhoneState | undefined, settings: PlaygroundSettings): CommandLineContext {
  return phone === undefined
    ? startingContext({ version: settings.version, settings: phoneSettingsOf(settings) })
    : commandLineContextOf(phone);
}

function emptySnapshot(settings: PlaygroundSettings, elapsed: number): SessionSnapshot {
  return {
    settings,
    elapsed,
    phone: undefined,
    happenings: [],
    hookRuns: [],
    log: [],
    nextAt: undefined,
    announcement: '',
  };
}

const farEndDeeds: Readonly<Record<FarEndAct['do'], string>> = {
  ring: 'rings',
  answer: 'answers',
  refuse: 'refuses the call',
  hold: 'puts the call on hold',
  resume: 'takes the call back',
  'hang-up': 'hangs up',
};

const userDeeds: Readonly<Record<UserInput['type'], string>> = {
  'user-answers': 'At the phone: Answer',
  'user-declines': 'At the phone: Decline',
  'user-hangs-up': 'At the phone: End',
  'user-selects-call': 'At the phone: another tab is chosen',
  'user-presses': 'At the phone: a button is pressed',
  'user-arranges-window': 'At the phone: the window is moved',
  'user-accepts-settings': 'At the phone: OK in the settings',
  'user-sends-digits': 'At the phone: Send',
  'user-confirms': 'At the phone: OK',
};
