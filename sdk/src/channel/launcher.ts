import type { Installation } from '../installation/installation.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { Channel, CommandLineTail, HandOver } from './channel.ts';
import { interruptionError, pause, startLimits } from './limits.ts';
import type { PhonePresence, PhoneProcess } from './phone-presence.ts';
import { missingProgram, startedProgramMissing } from './program-to-start.ts';
import { StartedProgram, type ProgramEnd } from './started-program.ts';

/** Times of the launcher, in milliseconds. */
export interface LauncherTiming {
  /** How long one start may take; event hooks freeze MicroSIP for up to ten seconds each (facts B.2, C.3). */
  readonly handOverLimitMs: number;
  /** After how long a start that goes on running counts as the phone, where nothing else tells. */
  readonly settleMs: number;
}

const defaultTiming: LauncherTiming = { handOverLimitMs: 30_000, settleMs: 3000 };

const presencePollMs = 25;

/** How long it is looked once more before a start is ended: one that came up as the phone just then is left alone. */
const lastLookMs = 250;

/**
 * Hands a command line over by starting the program once more: MicroSIP gives its own command line to the instance
 * that runs, and ends (facts B); where none runs, it becomes the phone.
 */
export class Launcher implements Channel {
  readonly name = 'launcher';
  readonly #presence: PhonePresence;
  readonly #timing: LauncherTiming;

  constructor(presence: PhonePresence, timing: LauncherTiming = defaultTiming) {
    this.#presence = presence;
    this.#timing = timing;
  }

  /**
   * Starts the program with one argument, and waits until it has ended or is the phone.
   *
   * @throws MicroSipError `NOT_INSTALLED` when there is no such program, `LAUNCH_FAILED` when it cannot be started or
   * fails, `SETTINGS_DAMAGED` when a simulated phone refuses its ini, `TIMEOUT`, `CANCELLED` or `DISPOSED`; the process
   * that was started is gone then
   */
  async handOver(
    installation: Installation,
    tail: CommandLineTail,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<HandOver> {
    // Loaded with the first start: it takes longer to load than all of the SDK.
    const { execa } = await import('execa');
    if (signal.aborted)
      throw interruptionError(signal, 'Time was over before the start.', 'nothing was sent');

    // Wine makes a prefix and ends late where the program is not there, which looks like a phone that comes up.
    const missing = installation.backend === 'wine' ? await missingProgram(installation) : undefined;
    if (missing !== undefined) throw missing;
    const before = await this.#phoneBefore(installation, signal);
    const startedAt = performance.now();
    const program = new StartedProgram(execa, installation.launch, tail);
    using limits = startLimits({ timeoutMs: this.#timing.handOverLimitMs, signal });
    const watch = new PhoneWatch(this.#presence, this.#timing.settleMs, program.processId, before);
    const settled = new AbortController();
    try {
      const first = await Promise.race([
        program.ended,
        watch.becomesPhone(AbortSignal.any([limits.signal, settled.signal])),
      ]);
      if (first === 'interrupted' && !(await watch.isPhoneNow())) {
        const interrupted = [signal, limits.signal].find(({ aborted }) => aborted) ?? limits.signal;
        throw interruptedLaunch(interrupted, performance.now() - startedAt, watch.lastSeen, installation);
      }
      if (typeof first === 'string') {
        program.leaveRunning();
        return { started: true };
      }
      if ('exitCode' in first && first.exitCode === 0) return { started: false };
      throw failedLaunch(installation, first);
    } catch (error) {
      // Left alone it would hand the command over when nobody expects it any more.
      program.kill();
      await program.ended;
      throw error;
    } finally {
      settled.abort();
    }
  }

  /**
   * The phone as it is before a start, where the process that is started is not the one that becomes the phone: WSL's
   * interop has a number of Linux, and what starts Wine may be a script, or Flatpak.
   */
  async #phoneBefore({ backend }: Installation, signal: AbortSignal): Promise<PhoneProcess | undefined> {
    if (backend !== 'wsl' && backend !== 'wine') return undefined;
    try {
      return await this.#presence.findPhone(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      throw interruptionError(signal, 'Time was over before the start.', 'nothing was sent');
    }
  }
}

/** Looks whether a process that was started becomes the phone. */
class PhoneWatch {
  readonly #presence: PhonePresence;
  readonly #settleMs: number;
  readonly #processId: number | undefined;
  readonly #before: PhoneProcess | undefined;
  /** What was found when it was looked last. */
  lastSeen: PhoneProcess = 'unknown';

  /**
   * @param processId - the process that was started
   * @param before - the phone before that, where another one now is what the start became
   */
  constructor(
    presence: PhonePresence,
    settleMs: number,
    processId: number | undefined,
    before: PhoneProcess | undefined,
  ) {
    this.#presence = presence;
    this.#settleMs = settleMs;
    this.#processId = processId;
    this.#before = before;
  }

  async becomesPhone(signal: AbortSignal): Promise<'phone' | 'interrupted'> {
    const settlesAt = performance.now() + this.#settleMs;
    for (;;) {
      await pause(presencePollMs, signal);
      await this.#look(signal);
      if (signal.aborted) return 'interrupted';
      const cannotTell = this.lastSeen === 'unknown' || this.#before === 'unknown';
      if (cannotTell && performance.now() >= settlesAt) return 'phone';
      if (this.#isPhone()) return 'phone';
    }
  }

  /** One more look, however little time is left. */
  async isPhoneNow(): Promise<boolean> {
    using limits = startLimits({ timeoutMs: lastLookMs });
    await this.#look(limits.signal);
    return this.#isPhone();
  }

  async #look(signal: AbortSignal): Promise<void> {
    try {
      this.lastSeen = await this.#presence.findPhone(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #isPhone(): boolean {
    if (typeof this.lastSeen === 'string') return false;
    if (this.lastSeen.processId === this.#processId) return true;
    const before = this.#before;
    if (before === undefined || before === 'unknown') return false;
    return before === 'not-running' || before.processId !== this.lastSeen.processId;
  }
}

/** @param signal - what was aborted: the caller's, or the launcher's own limit */
function interruptedLaunch(
  signal: AbortSignal,
  elapsedMs: number,
  phone: PhoneProcess,
  { backend }: Installation,
): MicroSipError {
  const waited = `${Math.round(elapsedMs)} ms`;
  // WSL ends no program of Windows that has windows when its own process ends (`ProcessInteropMessages` in its source).
  const end = backend === 'wsl' ? 'may still go on, as WSL cannot end it' : 'was ended';
  const timedOut =
    phone === 'not-running'
      ? `MicroSIP did not come up within ${waited}, and its start ${end}; start it by hand and see what it says.`
      : `MicroSIP did not take the command within ${waited}, and the start that waited for it ${end}. ` +
        'It may be waiting for an event hook or for an answer to a message box: look at its window.';
  return interruptionError(signal, timedOut, 'MicroSIP may have got it');
}

/** The exit codes with which the simulator's program refuses an ini that MicroSIP did not write, and its arguments. */
const foreignIni = 7;
const wrongArguments = 2;

function failedLaunch(installation: Installation, end: ProgramEnd): MicroSipError {
  const { launch, backend, dataDirectory } = installation;
  if ('error' in end) {
    const { code = 'unknown error' } = end.error;
    if (code === 'ENOENT') return startedProgramMissing(installation);
    return new MicroSipError(
      'LAUNCH_FAILED',
      `${launch.file} could not be started (${String(code)}); start it by hand and see what it says.`,
      { cause: end.error },
    );
  }
  const { exitCode, signal } = end;
  const simulated = backend === 'simulator';
  if (simulated && exitCode === foreignIni) {
    return new MicroSipError(
      'SETTINGS_DAMAGED',
      `The microsip.ini in ${dataDirectory} is damaged or none of MicroSIP's, and was left as it is; ` +
        'move it away, or use another data directory.',
    );
  }
  if (simulated && exitCode === wrongArguments) {
    return new MicroSipError(
      'INVALID_ARGUMENT',
      `The simulated MicroSIP cannot live in ${dataDirectory}; name a folder that can be written, or leave it out.`,
    );
  }
  const ending =
    exitCode === undefined ? `was ended by ${signal ?? 'a signal'}` : `ended with exit code ${exitCode}`;
  // Not sent again: nothing tells whether the command had been handed over before the failure.
  return new MicroSipError(
    'LAUNCH_FAILED',
    `${simulated ? 'The simulated MicroSIP' : 'MicroSIP'} ${ending} when it was started with the command, ` +
      'which is probably lost. Another program may have its ini open: try again.',
  );
}
