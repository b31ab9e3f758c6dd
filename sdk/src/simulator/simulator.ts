import { randomInt, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { behaviourVersionOf, newestVerifiedVersion } from '../catalogue/version.ts';
import { Emitter, valuesOf, type Subscription } from '../emitter.ts';
import type { MicroSipEvent, PhoneStatus } from '../events/call-event.ts';
import { MicroSipError } from '../microsip-error.ts';
import { farEndInput, type FarEndAct } from '../phone-model/far-end.ts';
import type { PhoneEffect } from '../phone-model/phone-effect.ts';
import type { PhoneEvent } from '../phone-model/phone-input.ts';
import type { PhoneState } from '../phone-model/phone-state.ts';
import type { PhoneSettings } from '../phone-model/phone-settings.ts';
import { startPhone, type PhoneStarted } from '../phone-model/phone.ts';
import { callerHeader } from '../phone-model/sip-address/caller-header.ts';
import { systemClock, type Clock } from './clock.ts';
import { ContactsFile } from './contacts/contacts-file.ts';
import { answerRequest } from './control/answer-request.ts';
import type { Ring, UserAct } from './control/control-protocol.ts';
import { ControlServer } from './control/control-server.ts';
import { instanceAddress } from './control/instance-address.ts';
import { createDataDirectory } from './data-directory.ts';
import { FarEnds } from './network/far-ends.ts';
import { CallHistory } from './history/call-history.ts';
import { HookRunner, type StartProgram } from './hooks/hook-runner.ts';
import { openIni, type IniOpening } from './ini/open-ini.ts';
import { ProfileFile } from './ini/profile-file.ts';
import { PhoneDriver, type Peripheral } from './phone-driver.ts';
import { PhoneLog } from './phone-log.ts';
import { PhoneReporter } from './phone-reporter.ts';
import { Registrar } from './network/registrar.ts';
import type { SimulatorScript } from './script/simulator-script.ts';
import { Senders } from './senders.ts';
import { userInput } from './user-input.ts';

/** How a simulated phone is started. */
export interface SimulatorOptions {
  /** The folder with ini, log, history and contacts; created if there is none. */
  readonly dataDirectory: string;
  /** MicroSIP's version; the newest whose source was read, if not given. */
  readonly version?: string;
  /** The raw command line of the start, such as `/minimized`. */
  readonly tail?: string;
  /** Far ends, registrar and user. */
  readonly script?: SimulatorScript;
  /** Time; that of this computer, if not given. */
  readonly clock?: Clock;
  /** Ends the start early, and the phone later, as its menu does. */
  readonly signal?: AbortSignal;
  /** Starts the programs of event hooks; by default they really run. */
  readonly startProgram?: StartProgram;
  /** Further surroundings, which see every effect, those of the start included. */
  readonly peripherals?: readonly Peripheral[];
  /** What `crash` does to the process; by default the phone stops within it, and nothing is saved. */
  readonly onCrash?: () => void;
}

/**
 * A simulated MicroSIP: the phone model with files, hooks, a log and scripted far ends. It can be found and commanded
 * by other processes, as a running `microsip.exe` can.
 *
 * @example
 * ```ts
 * await using phone = await Simulator.start({ dataDirectory: '/tmp/phone' });
 * phone.onDidChange((event) => console.log(event));
 * await phone.commandLine('+14155552671');
 * ```
 */
export class Simulator implements AsyncDisposable {
  readonly dataDirectory: string;
  readonly version: string;
  /** Settles when the phone has exited, whoever ended it. */
  readonly ended: Promise<void>;

  readonly #server: ControlServer;
  readonly #ini: ProfileFile;
  readonly #driver: PhoneDriver;
  readonly #reporter: PhoneReporter;
  readonly #farEnds: FarEnds;
  readonly #registrar: Registrar;
  readonly #contacts: ContactsFile;
  readonly #history: CallHistory;
  readonly #log: PhoneLog;
  readonly #senders = new Senders();
  readonly #events = new Emitter<MicroSipEvent>();
  readonly #effects = new Emitter<PhoneEffect>();
  readonly #answersYes: boolean;
  readonly #onCrash: (() => void) | undefined;
  readonly #forgetSignal: () => void;
  #newestCallId: string | undefined;
  #crashed = false;
  #ending: Promise<void> | undefined;
  #reportEnd: () => void = () => undefined;
  #reportFailure: (error: unknown) => void = () => undefined;

  private constructor(
    options: SimulatorOptions,
    server: ControlServer,
    started: PhoneStarted & { readonly state: PhoneState },
    files: { readonly ini: ProfileFile; readonly history: CallHistory },
  ) {
    const {
      dataDirectory,
      clock = systemClock,
      script = {},
      version = newestVerifiedVersion,
      signal,
    } = options;
    this.dataDirectory = dataDirectory;
    this.version = version;
    this.#server = server;
    this.#ini = files.ini;
    this.#history = files.history;
    this.#answersYes = answersYes(script);
    this.#onCrash = options.onCrash;
    this.ended = new Promise((resolve, reject) => {
      this.#reportEnd = resolve;
      this.#reportFailure = reject;
    });
    // Whoever does not wait for the end does not want to hear of a failure there either.
    this.ended.catch(() => undefined);

    const feed = (event: PhoneEvent): void => {
      this.#driver.feed(event);
    };
    this.#contacts = new ContactsFile(dataDirectory);
    this.#log = new PhoneLog(dataDirectory, version, clock, started.state);
    this.#reporter = new PhoneReporter(clock, (event) => {
      this.#events.fire(event);
    });
    this.#farEnds = new FarEnds(script, clock, feed);
    this.#registrar = new Registrar(script.registrar, clock, (status) => {
      feed({ type: 'registration-answered', status });
    });
    const hooks = new HookRunner(
      ownProgram(dataDirectory, version),
      (hook) => {
        feed({ type: 'hook-ended', hook });
      },
      options.startProgram,
    );
    this.#driver = new PhoneDriver(
      started.state,
      clock,
      [
        {
          perform: (effect) => {
            this.#effects.fire(effect);
          },
        },
        {
          perform: (effect) => {
            this.#rememberCall(effect);
          },
        },
        this.#log,
        files.ini,
        files.history,
        this.#reporter,
        this.#farEnds,
        this.#registrar,
        hooks,
        this.#senders,
        ...(options.peripherals ?? []),
        {
          perform: (effect) => {
            if (effect.do === 'exit') void this.#end();
          },
        },
      ],
      (error) => {
        this.#reportFailure(error);
        void this.#end();
      },
    );

    const exit = (): void => {
      void this.dispose();
    };
    signal?.addEventListener('abort', exit, { once: true });
    this.#forgetSignal = () => {
      signal?.removeEventListener('abort', exit);
    };
  }

  /**
   * Starts a phone in a data directory.
   *
   * @throws MicroSipError `LAUNCH_FAILED` when one runs there already, `SETTINGS_BUSY` when the ini is open in another
   * start, `SETTINGS_DAMAGED` when the ini is not one of MicroSIP's, `INVALID_ARGUMENT` when the command line is one
   * that starts no phone.
   */
  static async start(options: SimulatorOptions): Promise<Simulator> {
    const { dataDirectory, version = newestVerifiedVersion } = options;
    createDataDirectory(dataDirectory);
    const opening = await openIni(dataDirectory, version, instanceAddress(dataDirectory).iniLock);
    if (!opening.opened) {
      throw new MicroSipError(
        'SETTINGS_BUSY',
        `Another start has the ini in ${dataDirectory} open; start phones one after the other.`,
      );
    }
    const simulator = await Simulator.become({ ...options, opening });
    if (simulator === undefined) {
      throw new MicroSipError(
        'LAUNCH_FAILED',
        `A simulated phone runs in ${dataDirectory} already; end it first, or use another data directory.`,
      );
    }
    return simulator;
  }

  /**
   * Turns this process into the instance of a data directory.
   *
   * @param options.memory - what the phone holds in memory against its ini, as its Settings dialog may leave it
   * @returns nothing when there is one already.
   * @internal
   */
  static async become(
    options: SimulatorOptions & {
      readonly opening: IniOpening & { readonly opened: true };
      readonly memory?: Partial<PhoneSettings>;
    },
  ): Promise<Simulator | undefined> {
    const {
      dataDirectory,
      version = newestVerifiedVersion,
      clock = systemClock,
      script,
      opening,
      signal,
    } = options;
    signal?.throwIfAborted();
    const server = await ControlServer.listen(instanceAddress(dataDirectory), signal);
    if (server === undefined) return undefined;
    try {
      const ini = new ProfileFile(dataDirectory);
      const behaviour = behaviourVersionOf(version);
      const settings = { ...ini.settings(behaviour), ...options.memory };
      const started = startPhone({
        version: behaviour,
        settings,
        tail: options.tail ?? '',
        at: clock.now(),
        firstRun: opening.firstRun,
        dialled: ini.dialled,
        stack: script?.stack ?? 'running',
        seed: randomInt(2 ** 31),
        answersYes: answersYes(script),
        ageMatters: false,
      });
      const { state } = started;
      if (state === undefined) {
        throw new MicroSipError(
          'INVALID_ARGUMENT',
          `The command line ${JSON.stringify(options.tail ?? '')} starts no phone; start it without one.`,
        );
      }
      const history = await CallHistory.open(dataDirectory, version, ini);
      let simulator: Simulator | undefined;
      try {
        simulator = new Simulator(options, server, { ...started, state }, { ini, history });
        simulator.#begin(started);
        return simulator;
      } catch (error) {
        if (simulator === undefined) history.close();
        else await simulator.#stop();
        throw error;
      }
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  /** Calls and registration, as `microsip status` shows them. */
  get status(): PhoneStatus {
    return this.#reporter.status;
  }

  /** The state of the phone model underneath. */
  get phone(): PhoneState {
    return this.#driver.phone;
  }

  /** Calls the listener for everything that happens from now on. */
  onDidChange(listener: (event: MicroSipEvent) => void): Subscription {
    return this.#events.event(listener);
  }

  /** Calls the listener for each effect of the phone model; for tests. */
  onDidPerform(listener: (effect: PhoneEffect) => void): Subscription {
    return this.#effects.event(listener);
  }

  /**
   * Everything that happens from the first `next()` on, until the phone ends or the signal says so.
   *
   * @example
   * ```ts
   * for await (const event of phone.events()) if (event.type === 'call' && event.state === 'ended') break;
   * ```
   */
  events(options: { readonly signal?: AbortSignal } = {}): AsyncGenerator<MicroSipEvent, void, void> {
    const over = this.ended.catch(() => undefined);
    return valuesOf(this.#events.event, over, options.signal);
  }

  /**
   * Gives the phone a raw command line, as a second start of the program hands it over.
   *
   * @returns when the phone no longer keeps the sender waiting: `false` when its SIP stack does not run and the
   * command is lost (facts B).
   */
  async commandLine(tail: string, by: 'second-start' | 'window-message' = 'second-start'): Promise<boolean> {
    if (this.#ending !== undefined) throw this.#gone();
    const { sender, released } = this.#senders.add();
    this.#readAccounts();
    this.#driver.feed({ type: 'command-line', tail, by, sender, answersYes: this.#answersYes });
    await released;
    return this.phone.stack === 'running';
  }

  /**
   * Makes a call come in, and returns its Call-ID.
   *
   * @throws MicroSipError `INVALID_ARGUMENT` when a call with the given Call-ID is there already.
   */
  ring(call: Ring): string {
    if (this.#ending !== undefined) throw this.#gone();
    const { accountId, accounts } = this.phone.settings;
    const domain = accounts[accountId]?.domain ?? '';
    const callId = call.callId ?? randomUUID();
    if (this.phone.calls.some((known) => known.callId === callId)) {
      throw new MicroSipError('INVALID_ARGUMENT', `The simulated phone has a call ${callId} already.`);
    }
    this.#farEnds.ring({
      ...call,
      from: callerHeader(call.from, domain === '' ? 'localhost' : domain),
      callId,
    });
    return callId;
  }

  /**
   * Lets the other side of a call act; of the newest call, if none is named.
   *
   * @throws MicroSipError `INVALID_ARGUMENT` when there is no such call.
   */
  farEnd(act: FarEndAct, callId: string | undefined = this.#newestCallId): void {
    if (callId === undefined || !this.status.calls.some((call) => call.callId === callId)) {
      throw new MicroSipError(
        'INVALID_ARGUMENT',
        callId === undefined
          ? 'The simulated phone has no call.'
          : `The simulated phone has no call ${callId}.`,
      );
    }
    this.#driver.feed(farEndInput(act, callId));
  }

  /** Does what a person does at the phone. */
  user(act: UserAct): void {
    if (act.do === 'save-contact') this.#contacts.save(act.contact);
    else if (act.do === 'delete-contact') this.#contacts.delete(act.number);
    else this.#driver.feed(userInput(act));
  }

  /** Lets the phone do nothing any more, for so many milliseconds or for ever; commands wait. */
  hang(forMs?: number): void {
    this.#driver.hang(forMs);
  }

  /** Ends the phone as if its process had been killed: nothing is saved. */
  async crash(): Promise<void> {
    this.#onCrash?.();
    this.#crashed = true;
    await this.#end();
  }

  /** Exits as by the phone's menu; a phone that hangs or waits for a hook is ended without saving. */
  async dispose(): Promise<void> {
    if (this.#ending === undefined) this.#driver.feed({ type: 'command-line', tail: '/exit' });
    await this.#end();
  }

  /** As {@link Simulator.dispose}, at the end of an `await using` block. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.dispose();
  }

  #begin(started: PhoneStarted): void {
    this.#driver.begin(started);
    this.#reporter.updatePresence(this.phone);
    this.#farEnds.begin();
    this.#server.serve(async (request, reply, signal) => {
      await answerRequest(this, request, reply, signal);
    });
  }

  /** MicroSIP reads an account when it needs it, so edits of an inactive one count at once (facts D.3). */
  #readAccounts(): void {
    const accounts = this.#ini.editedAccounts(this.phone.version);
    if (accounts !== undefined) this.#driver.feed({ type: 'accounts-edited', accounts });
  }

  #rememberCall(effect: PhoneEffect): void {
    if (effect.do === 'callState' && (effect.state === 'CALLING' || effect.state === 'INCOMING')) {
      this.#newestCallId = effect.callId;
    }
  }

  async #end(): Promise<void> {
    this.#ending ??= this.#stop().then(this.#reportEnd, this.#reportFailure);
    await this.#ending;
  }

  async #stop(): Promise<void> {
    this.#forgetSignal();
    this.#driver.stop();
    this.#farEnds.stop();
    this.#registrar.stop();
    // What the phone did last still reaches the files.
    await Promise.resolve();
    try {
      if (this.#crashed) this.#log.abandon();
      else this.#log.close();
    } finally {
      // A full disk must not leave a phone behind that others wait for.
      this.#history.close();
      this.#reporter.end();
      if (this.#crashed) this.#senders.failAll(this.#gone());
      else this.#senders.releaseAll();
      await this.#server.close();
    }
  }

  #gone(): MicroSipError {
    return new MicroSipError('NOT_RUNNING', `The simulated phone in ${this.dataDirectory} has ended.`);
  }
}

/** Questions such as those of `/reset` are answered with yes, unless the script has a person who says no. */
function answersYes(script: SimulatorScript | undefined): boolean {
  return script?.user?.answersQuestions !== 'no';
}

/** The program itself, which a hook of blanks only starts with the caller's number (facts N). */
function ownProgram(dataDirectory: string, version: string): { file: string; leadingArguments: string[] } {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  // Bundled, this code may lie in another folder beside the room.
  const program = fileURLToPath(new URL(`../simulator/program.${extension}`, import.meta.url));
  return {
    file: process.execPath,
    leadingArguments: [program, '--data-dir', dataDirectory, '--microsip-version', version, '--'],
  };
}
