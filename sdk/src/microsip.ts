import { planAction, type ActionPlan } from './action/plan-action.ts';
import type { AudioDevice, PhoneAction } from './action/phone-action.ts';
import type { Delivery } from './channel/channel.ts';
import type { CommandLineSender, SentCommandLine } from './channel/command-line-sender.ts';
import { deliveryOf } from './channel/delivery-of.ts';
import { interruptionError, startLimits, type Limits } from './channel/limits.ts';
import { checkTimeout } from './check-timeout.ts';
import type { CallEvent, MicroSipEvent, PhoneStatus } from './events/call-event.ts';
import { CallWatch, type CallMilestone, type CallQuery } from './events/call-watch.ts';
import { observerOf } from './events/observer-of.ts';
import { isStatus, knowsCalls, type Observation, type PhoneObserver } from './events/phone-observer.ts';
import type { CallTracker } from './events/tracker/call-tracker.ts';
import { ContactBook } from './contacts/contact-book.ts';
import type { Diagnosis } from './diagnosis/finding.ts';
import { HookControl } from './events/hooks/hook-control.ts';
import { LogControl } from './events/log/log-control.ts';
import { CallHistory } from './history/call-history.ts';
import { findInstallation } from './installation/find-installation.ts';
import { HandlerControl } from './installation/handlers/handler-control.ts';
import type { InstallationOptions } from './installation/installation-options.ts';
import type { Installation } from './installation/installation.ts';
import { phoneFiles } from './installation/phone-files.ts';
import { MicroSipError } from './microsip-error.ts';
import type {
  CommandOptions,
  ConnectOptions,
  DialAndWaitOptions,
  DialledCall,
  EventsOptions,
  HangupOptions,
  StartOptions,
  WaitForCallOptions,
} from './microsip/options.ts';
import type { AskedPhone, DialledNumber } from './microsip/ignored-dial.ts';
import { OwnPhoneControl } from './microsip/own-phone-control.ts';
import type { PlannedLaunches } from './plan-launches.ts';
import { SettingsFile } from './settings/settings-file.ts';
import { parseTarget } from './target/parse-target.ts';

export type { CallMilestone } from './events/call-watch.ts';
export type * from './microsip/options.ts';

const defaultTimeoutMs = 15_000;

/** How long a number that is delivered may wait for word of what becomes of it. */
const longestLookMs = 1000;

/**
 * One phone, to be commanded and watched.
 *
 * MicroSIP takes commands and gives no answer. So a command that resolves was *delivered*; what became of it shows in
 * {@link MicroSip.events}, {@link MicroSip.status} and {@link MicroSip.waitForCall}. Commands of all processes of a user
 * queue up: MicroSIP loses commands of which two arrive at once.
 *
 * Every command rejects with a {@link MicroSipError}: `TIMEOUT`, `CANCELLED` and `DISPOSED` when it was not through in
 * time; `NOT_RUNNING` when it needs a phone that runs; `NOT_READY` when that has no SIP stack yet; `ACCESS_DENIED` when it
 * runs as administrator and this program does not; `NOT_INSTALLED` or `LAUNCH_FAILED` when MicroSIP could not be started;
 * `SETTINGS_DAMAGED` when a simulated phone finds an ini that is none of MicroSIP's; `UNSUPPORTED` when this
 * version of MicroSIP cannot do it; `INVALID_ARGUMENT` for a time limit that cannot be measured.
 *
 * @example
 * ```ts
 * await using phone = await MicroSip.connect({ backend: 'simulator' });
 * await phone.dial('+1 (415) 555-2671');
 * const call = await phone.waitForCall('active', { timeoutMs: 60_000 });
 * await phone.hangup();
 * ```
 */
export class MicroSip implements AsyncDisposable {
  /** The phone. */
  readonly installation: Installation;
  /** Milliseconds each command may take, unless it says otherwise. */
  readonly timeoutMs: number;
  /** Its ini: read, changed as a transaction, undone. */
  readonly settings: SettingsFile;
  /** Its contacts. */
  readonly contacts: ContactBook;
  /** The calls it keeps. */
  readonly history: CallHistory;
  readonly #observer: PhoneObserver;
  readonly #sender: CommandLineSender;
  readonly #disposal = new AbortController();
  readonly #underWay = new Set<Promise<Delivery>>();
  /** When this object dialled, until somebody heard of the end of that call. */
  #dialledAt: string | undefined;
  #hooks: HookControl | undefined;
  #log: LogControl | undefined;
  #handlers: HandlerControl | undefined;

  /**
   * Finds a phone. Nothing is started, and the phone need not run.
   *
   * @param options - which phone, and how long its commands may take
   * @throws MicroSipError `NOT_INSTALLED` when there is none, `INVALID_ARGUMENT` when the options make no sense
   * @example
   * ```ts
   * const phone = await MicroSip.connect({ executable: 'C:\\Tools\\MicroSIP\\microsip.exe', version: '3.22.16' });
   * ```
   */
  static async connect(options: ConnectOptions = {}): Promise<MicroSip> {
    const { timeoutMs = defaultTimeoutMs } = options;
    checkTimeout(timeoutMs);
    const installation = await findInstallation(options);
    // Loaded here, so that who only parses targets or plans does not pay for it.
    const [observer, { openSender }] = await Promise.all([
      observerOf(installation),
      import('./channel/open-sender.ts'),
    ]);
    return new MicroSip(installation, observer, await openSender(installation, observer), timeoutMs);
  }

  /**
   * The starts that an action would make, without making them: what `--dry-run` shows. Where no MicroSIP is found, the
   * plan is for a `microsip.exe` that Windows finds by itself.
   *
   * @param action - what to ask of the phone
   * @param options - which phone
   * @returns one start, two for `hangup` with the scope `all`, and what is worth knowing about them
   * @throws MicroSipError `TARGET_REFUSED`, `INVALID_ARGUMENT` or `UNSUPPORTED`, as the command itself would
   * @example
   * ```ts
   * const { launches } = await MicroSip.plan({ type: 'dial', target: '+1 (415) 555-2671' });
   * // [{ file: 'C:\\MicroSIP\\microsip.exe', commandLine: 'C:\\MicroSIP\\microsip.exe +14155552671' }]
   * ```
   */
  static async plan(action: PhoneAction, options: InstallationOptions = {}): Promise<PlannedLaunches> {
    const { planLaunches } = await import('./plan-launches.ts');
    return await planLaunches(action, options);
  }

  private constructor(
    installation: Installation,
    observer: PhoneObserver,
    sender: CommandLineSender,
    timeoutMs: number,
  ) {
    this.installation = installation;
    this.timeoutMs = timeoutMs;
    this.#observer = observer;
    this.#sender = sender;
    const files = phoneFiles(installation);
    const control = new OwnPhoneControl(observer, (action, signal) => this.perform(action, { signal }));
    this.settings = new SettingsFile(files.settings, control, { version: installation.version });
    this.contacts = new ContactBook(files.contacts, this.settings);
    this.history = new CallHistory(files);
  }

  /** The log from which the state of calls is best known. */
  get log(): LogControl {
    return (this.#log ??= new LogControl(phoneFiles(this.installation).log, this.settings, (signal) =>
      this.#observer.findProcess(signal),
    ));
  }

  /** The event hooks from which the state of calls can be known. */
  get hooks(): HookControl {
    return (this.#hooks ??= new HookControl(this.installation, this.settings));
  }

  /** Who opens links such as `tel:101`. */
  get handlers(): HandlerControl {
    return (this.#handlers ??= new HandlerControl(this.installation));
  }

  /**
   * Looks for everything that can be wrong with this MicroSIP, and changes nothing.
   *
   * @param options - limits
   * @returns what is wrong, and how to mend it
   * @throws MicroSipError `TIMEOUT`, `CANCELLED` or `DISPOSED`
   * @example
   * ```ts
   * const { findings } = await phone.diagnose();
   * for (const { title, remedy } of findings) console.log(`${title}: ${remedy}`);
   * ```
   */
  async diagnose(options: CommandOptions = {}): Promise<Diagnosis> {
    this.#refuseIfDisposed();
    using limits = this.#startLimits(options);
    const { diagnoseInstallation } = await import('./diagnosis/diagnose.ts');
    try {
      return await diagnoseInstallation(this.installation, limits.signal);
    } catch (error) {
      if (!limits.signal.aborted) throw error;
      const timedOut = `The look took longer than ${limits.timeoutMs} ms; give it more time.`;
      throw interruptionError(limits.signal, timedOut, 'nothing was changed');
    }
  }

  /**
   * Dials. Starts MicroSIP if it does not run; its window comes to the front.
   *
   * @param target - a dial string as people write it: `+1 (415) 555-2671`, `tel:+49-30-123`, `sip:bob@example.com`,
   * `100`, `*97`, `101,,1234#`
   * @param options - limits
   * @returns that the command was delivered; `ignoredBecause` says why nothing comes of it, where that is known: with
   * `singleMode`, which is on unless the ini says otherwise, and another call, MicroSIP ignores the number (facts A.6)
   * @throws MicroSipError `TARGET_REFUSED` when MicroSIP would do anything but dial what is meant
   * @example
   * ```ts
   * const { ignoredBecause } = await phone.dial('tel:+1-415-555-2671', { timeoutMs: 5000 });
   * if (ignoredBecause === 'single-mode') console.log('There is another call.');
   * ```
   */
  dial(target: string, options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'dial', target }, options);
  }

  /**
   * Dials, and waits for what becomes of the call. A phone that does not run is started first.
   *
   * @param target - a dial string as people write it
   * @param options - how far to wait, and limits of dialling and waiting together
   * @returns the delivery and the event waited for. A call that ends first is returned with the state `ended` and its
   * reason: nobody has to wait for an answer that will not come
   * @throws MicroSipError as `dial`; `TIMEOUT` when the call came to be but not that far, or was never made;
   * `UNSUPPORTED` where the state of calls is not known
   * @example
   * ```ts
   * const { call } = await phone.dialAndWait('101', { until: 'active', timeoutMs: 60_000 });
   * if (call.state === 'ended') console.log(`Not reached: ${call.reason}`);
   * ```
   */
  async dialAndWait(target: string, options: DialAndWaitOptions): Promise<DialledCall> {
    const plan = this.#plan({ type: 'dial', target });
    const dialled = this.#dialledBy(target);
    const watch = new CallWatch(options.until, { direction: 'outgoing', dialled, newOnly: true });
    using limits = this.#startLimits(options);
    const observations = this.#observer.observe(limits.signal);
    try {
      const started = await this.#startForWatching(observations, watch, limits);
      const delivery = await this.#dial(plan, { dialled, at: new Date().toISOString() }, limits);
      const call = await watchedCall(observations, watch);
      if (call === undefined) throw this.#waitedInVain(limits, options.until, delivery);
      return { delivery: { ...delivery, started: delivery.started || started }, call };
    } finally {
      await observations.return();
    }
  }

  /**
   * Hangs up. Calls that ring in go on ringing, unless the scope says otherwise.
   *
   * @param options - which calls, and limits
   * @throws MicroSipError `UNSUPPORTED` for the scopes `all` and `incoming` in MicroSIP 3.20.5
   * @example
   * ```ts
   * await phone.hangup({ scope: 'all' });
   * ```
   */
  hangup(options: HangupOptions = {}): Promise<Delivery> {
    return this.perform({ type: 'hangup', scope: options.scope }, options);
  }

  /**
   * Answers the first call that rings in, audio only. The window comes to the front.
   *
   * @param options - limits
   * @example
   * ```ts
   * await phone.waitForCall('ringing', { direction: 'incoming', timeoutMs: 3_600_000 });
   * await phone.answer();
   * ```
   */
  answer(options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'answer' }, options);
  }

  /**
   * Refuses every call that rings in, like `hangup({ scope: 'incoming' })`.
   *
   * @param options - limits
   * @throws MicroSipError `UNSUPPORTED` in MicroSIP 3.20.5
   * @example
   * ```ts
   * await phone.reject();
   * ```
   */
  reject(options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'reject' }, options);
  }

  /**
   * Transfers the call in the selected tab, without asking the other side first (blind).
   *
   * @param target - a dial string as people write it; keys after the answer are refused
   * @param options - limits
   * @throws MicroSipError `TARGET_REFUSED` as `dial`
   * @example
   * ```ts
   * await phone.transfer('102');
   * ```
   */
  transfer(target: string, options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'transfer', target }, options);
  }

  /**
   * Sends DTMF digits in the call in the selected tab.
   *
   * @param digits - `0`-`9`, `*`, `#`, `A`-`D`. A comma is no pause here (facts A.8)
   * @param options - limits
   * @throws MicroSipError `INVALID_ARGUMENT` for anything else
   * @example
   * ```ts
   * await phone.sendDtmf('1234#');
   * ```
   */
  sendDtmf(digits: string, options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'dtmf', digits }, options);
  }

  /**
   * Holds the call in the selected tab, or takes it back: MicroSIP has only a toggle.
   *
   * @param options - limits
   * @example
   * ```ts
   * await phone.hold();
   * ```
   */
  hold(options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'hold' }, options);
  }

  /**
   * Mutes or unmutes a device.
   *
   * @param device - `microphone` or `speaker`
   * @param on - `false` unmutes
   * @param options - limits
   * @throws MicroSipError `UNSUPPORTED` in MicroSIP 3.20.5, where the command only toggles
   * @example
   * ```ts
   * await phone.mute('microphone');
   * await phone.mute('microphone', false);
   * ```
   */
  mute(device: AudioDevice, on = true, options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'mute', device, on }, options);
  }

  /**
   * Makes a device one step louder or quieter, 5 of 100. While it is muted, the first step only unmutes it.
   *
   * @param device - `microphone` or `speaker`
   * @param direction - `up` or `down`
   * @param options - limits
   * @example
   * ```ts
   * await phone.setVolume('speaker', 'up');
   * ```
   */
  setVolume(device: AudioDevice, direction: 'up' | 'down', options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'volume', device, direction }, options);
  }

  /**
   * Makes `[AccountN]` the active account. An account that does not exist changes nothing (facts A.5).
   *
   * @param number - 1 or more; the local account cannot be chosen
   * @param options - limits
   * @throws MicroSipError `INVALID_ARGUMENT` for any other number
   * @example
   * ```ts
   * await phone.switchAccount(2);
   * ```
   */
  switchAccount(number: number, options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'account', number }, options);
  }

  /**
   * Starts MicroSIP; where it runs, shows its window.
   *
   * @param options - whether into the tray, and limits
   * @example
   * ```ts
   * const { started } = await phone.start({ minimized: true });
   * ```
   */
  start(options: StartOptions = {}): Promise<Delivery> {
    return this.perform({ type: 'start', minimized: options.minimized }, options);
  }

  /**
   * Hides the window in the tray.
   *
   * @param options - limits
   * @example
   * ```ts
   * await phone.minimize();
   * ```
   */
  minimize(options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'minimize' }, options);
  }

  /**
   * Ends MicroSIP. Calls are hung up without a question.
   *
   * @param options - limits
   * @example
   * ```ts
   * await phone.exit();
   * ```
   */
  exit(options?: CommandOptions): Promise<Delivery> {
    return this.perform({ type: 'exit' }, options);
  }

  /**
   * Delivers an action: what all the commands above do.
   *
   * @param action - what to ask of the phone
   * @param options - limits
   * @example
   * ```ts
   * await phone.perform({ type: 'volume', device: 'speaker', direction: 'down' });
   * ```
   */
  async perform(action: PhoneAction, options: CommandOptions = {}): Promise<Delivery> {
    const plan = this.#plan(action);
    using limits = this.#startLimits(options);
    const at = new Date().toISOString();
    if (action.type === 'dial') this.#dialledAt = at;
    // Told beforehand: the end of a call can be heard of before the delivery is.
    this.#observer.told({ type: 'command', at, action });
    if (action.type !== 'dial') return await this.#deliver(plan, limits);
    return await this.#dial(plan, { dialled: this.#dialledBy(action.target), at }, limits);
  }

  /**
   * What the phone does now. A phone that does not run has a status too: `not-running`.
   *
   * @param options - limits
   * @example
   * ```ts
   * const { phone: presence, calls } = await phone.status();
   * ```
   */
  async status(options: CommandOptions = {}): Promise<PhoneStatus> {
    this.#refuseIfDisposed();
    using limits = this.#startLimits(options);
    try {
      return await this.#observer.status(limits.signal);
    } catch (error) {
      throw this.#whileLooking(error, limits);
    }
  }

  /**
   * Everything that happens from now on, until the signal is aborted, the loop is left, or the object is disposed of.
   * It goes on when the phone exits and comes back; what it does then is told first.
   *
   * The phone is listened to from the first `next()` on.
   *
   * @param options - `since` tells first what happened from that moment on, that moment included; `signal` ends the
   * iteration, without an error
   * @throws MicroSipError `INVALID_ARGUMENT`, with the first event, for a `since` that is no time
   * @example
   * ```ts
   * for await (const event of phone.events()) {
   *   if (event.type === 'call' && event.state === 'incoming') console.log(`${event.number} calls`);
   * }
   * ```
   */
  async *events(options: EventsOptions = {}): AsyncGenerator<MicroSipEvent, void, void> {
    this.#refuseIfDisposed();
    const { signal = this.#disposal.signal } = options;
    const until = AbortSignal.any([signal, this.#disposal.signal]);
    const since = momentOf(options.since ?? new Date());
    for await (const observation of this.#observer.observe(until, { since, follow: options.follow })) {
      if (!isStatus(observation)) yield observation;
    }
  }

  /**
   * A tracker of the phone: its state at hand at any time, and events in VS Code's shape. It goes on when the phone exits
   * and comes back, until it is disposed of, with this object at the latest. Hang-ups by this object are known to it, so
   * that it can say who ended a call where only hooks tell.
   *
   * @param options - limits of the beginning
   * @returns a tracker that knows what is so now
   * @example
   * ```ts
   * using tracker = await phone.track();
   * tracker.onDidChangeCall((call) => console.log(call.state, call.number));
   * ```
   */
  async track(options: CommandOptions = {}): Promise<CallTracker> {
    this.#refuseIfDisposed();
    using limits = this.#startLimits(options);
    try {
      return await this.#observer.track(limits.signal, this.#disposal.signal);
    } catch (error) {
      throw this.#whileLooking(error, limits);
    }
  }

  /**
   * Waits for a call to come as far as asked. A call that is there already counts, and so does one that this object has
   * dialled or that is named by its `callId`, when it ended too soon to be waited for.
   *
   * @param until - `ringing` at the called side, `active` when answered, or `ended`
   * @param options - which call, and limits; the first that fits is waited for
   * @returns the event waited for; a call that ends first is returned with the state `ended` and its reason
   * @throws MicroSipError `TIMEOUT` when no call came that far; `UNSUPPORTED` where the state of calls is not known
   * @example
   * ```ts
   * const call = await phone.waitForCall('ringing', { direction: 'incoming', timeoutMs: 60_000 });
   * ```
   */
  async waitForCall(until: CallMilestone, options: WaitForCallOptions = {}): Promise<CallEvent> {
    this.#refuseIfDisposed();
    const { callId, direction } = options;
    const query: CallQuery = { callId, direction, dialledAt: this.#dialledAt };
    using limits = this.#startLimits(options);
    // Looking takes its time, in which a call can begin and end.
    const observations = this.#observer.observe(limits.signal, { since: new Date().toISOString() });
    try {
      const call = await watchedCall(observations, new CallWatch(until, query));
      if (call === undefined) throw this.#waitedInVain(limits, until);
      if (call.state === 'ended' && call.direction === 'outgoing') this.#dialledAt = undefined;
      return call;
    } finally {
      await observations.return();
    }
  }

  /**
   * Ends what is under way: commands that wait reject with `DISPOSED`, iterations end. The phone stays as it is.
   *
   * @returns when no command is under way any more, and no process that was started for one is left
   * @example
   * ```ts
   * await phone.dispose();
   * ```
   */
  async dispose(): Promise<void> {
    this.#disposal.abort();
    await Promise.allSettled(this.#underWay);
  }

  /** Calls {@link MicroSip.dispose} at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }

  #plan(action: PhoneAction): ActionPlan {
    this.#refuseIfDisposed();
    return planAction(action, { version: this.installation.version });
  }

  #startLimits({ signal, timeoutMs = this.timeoutMs }: CommandOptions): Limits {
    return startLimits({ signal, timeoutMs, disposal: this.#disposal.signal });
  }

  #dialledBy(target: string): string {
    const { dials } = parseTarget(target, { version: this.installation.version });
    return 'number' in dials ? dials.number : dials.address;
  }

  async #deliver(plan: ActionPlan, limits: Limits): Promise<Delivery> {
    return await this.#finish(this.#send(plan, limits));
  }

  /** Delivers a number, and says where nothing will come of it. */
  async #dial(plan: ActionPlan, number: DialledNumber, limits: Limits): Promise<Delivery> {
    const delivery = await this.#deliver(plan, limits);
    return delivery.started ? delivery : await this.#finish(this.#judge(delivery, number, limits));
  }

  async #judge(delivery: Delivery, number: DialledNumber, { signal }: Limits): Promise<Delivery> {
    const { ignoredDial, ignoredRemarks } = await import('./microsip/ignored-dial.ts');
    const limit = AbortSignal.any([signal, AbortSignal.timeout(longestLookMs)]);
    const phone: AskedPhone = {
      status: () => this.#observer.status(limit),
      takesOneCall: async () => (await this.settings.get('singleMode', 'Settings', limit)) === true,
    };
    const ignoredBecause = await ignoredDial(phone, number, limit);
    if (ignoredBecause === undefined) return delivery;
    return { ...delivery, ignoredBecause, remarks: [...delivery.remarks, ignoredRemarks[ignoredBecause]] };
  }

  /** Lets {@link MicroSip.dispose} wait for what is under way. */
  async #finish(delivery: Promise<Delivery>): Promise<Delivery> {
    this.#underWay.add(delivery);
    try {
      return await delivery;
    } finally {
      this.#underWay.delete(delivery);
    }
  }

  async #send({ commandLines, needsRunningPhone, remarks }: ActionPlan, limits: Limits): Promise<Delivery> {
    const startedAt = performance.now();
    const sent: SentCommandLine[] = [];
    for (const commandLine of commandLines) {
      sent.push(await this.#sender.send(commandLine, { ...limits, needsRunningPhone }));
    }
    return deliveryOf(commandLines, sent, remarks, performance.now() - startedAt);
  }

  /** Takes in what is so before the call. A phone that does not run is started, so that nothing of the call is missed. */
  async #startForWatching(
    observations: AsyncGenerator<Observation, void, void>,
    watch: CallWatch,
    limits: Limits,
  ): Promise<boolean> {
    let started = false;
    for (;;) {
      const { value } = await observations.next();
      if (value === undefined) throw this.#waitedInVain(limits, 'ringing');
      watch.take(value);
      if (isStatus(value) && !knowsCalls(value)) throw unknownCalls();
      const presence = isStatus(value) ? value.phone : value.type === 'phone' ? value.state : undefined;
      if (presence === undefined) continue;
      if (presence !== 'not-running') return started;
      const delivery = await this.#deliver(this.#plan({ type: 'start' }), limits);
      started ||= delivery.started;
    }
  }

  #whileLooking(error: unknown, { signal }: Limits): unknown {
    if (!signal.aborted) return error;
    const timedOut = 'The phone did not say in time what it does; it may hang.';
    return interruptionError(signal, timedOut, 'nothing was changed');
  }

  #waitedInVain({ signal, timeoutMs }: Limits, until: CallMilestone, delivery?: Delivery): MicroSipError {
    const state = { ringing: 'rang', active: 'was answered', ended: 'ended' }[until];
    const remedy =
      delivery?.ignoredBecause === undefined
        ? 'look at the phone ("microsip status"), or allow more time.'
        : delivery.remarks.join(' ');
    const timedOut = `No such call ${state} within ${timeoutMs} ms; ${remedy}`;
    return interruptionError(signal, timedOut, 'calls go on as they are');
  }

  #refuseIfDisposed(): void {
    if (!this.#disposal.signal.aborted) return;
    throw new MicroSipError(
      'DISPOSED',
      'This MicroSip object was disposed of; connect to the phone anew with MicroSip.connect().',
    );
  }
}

/** The call that a watch waits for; nothing when the observation ends before. */
async function watchedCall(
  observations: AsyncGenerator<Observation, void, void>,
  watch: CallWatch,
): Promise<CallEvent | undefined> {
  for (;;) {
    const { value } = await observations.next();
    if (value === undefined) return undefined;
    if (isStatus(value) && !knowsCalls(value)) throw unknownCalls();
    const reached = watch.take(value);
    if (reached !== undefined) return reached;
  }
}

function unknownCalls(): MicroSipError {
  return new MicroSipError(
    'UNSUPPORTED',
    'What becomes of calls is not known: neither the log nor the event hooks of this MicroSIP are on; turn one of them ' +
      'on ("microsip log enable").',
  );
}

/** @throws MicroSipError `INVALID_ARGUMENT` for what is no time */
function momentOf(time: Date | string): string {
  const moment = new Date(time);
  if (!Number.isNaN(moment.getTime())) return moment.toISOString();
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `A time is a Date, or a text such as 2026-11-22T12:34:56Z, not “${String(time)}”.`,
  );
}
