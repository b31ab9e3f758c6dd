import { existsSync } from 'node:fs';

import type * as Execa from 'execa';

import type { Installation } from '../installation/installation.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { Channel, CommandLineTail, HandOver } from './channel.ts';
import { launchArguments } from './launch-plan.ts';
import { interruptionError, pause } from './limits.ts';
import type { PhonePresence, PhoneProcess } from './phone-presence.ts';

/** Times of the launcher, in milliseconds. */
export interface LauncherTiming {
  /** How long one start may take; event hooks freeze MicroSIP for up to ten seconds each (facts B.2, C.3). */
  readonly handOverLimitMs: number;
  /** After how long a start that goes on running counts as the phone, where nothing else tells. */
  readonly settleMs: number;
}

const defaultTiming: LauncherTiming = { handOverLimitMs: 30_000, settleMs: 3000 };

const presencePollMs = 25;

/** What `execa` tells about a process that ended. */
interface Ended {
  readonly exitCode?: number | undefined;
  readonly signal?: string | undefined;
  readonly code?: string | undefined;
  readonly cause?: unknown;
}

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

  async warmUp(): Promise<void> {
    await loadExeca();
  }

  /**
   * Starts the program with one argument, and waits until it has ended or is the phone.
   *
   * @throws MicroSipError `NOT_INSTALLED` when there is no such program, `LAUNCH_FAILED` when it cannot be started or
   * fails, `SETTINGS_DAMAGED` when a simulated phone refuses its ini, `TIMEOUT`, `CANCELLED` or `DISPOSED`; the process that was started is gone then
   */
  async handOver(
    installation: Installation,
    tail: CommandLineTail,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<HandOver> {
    const { launch } = installation;
    const { file } = launch;
    if (/[\\/]/u.test(file) && !existsSync(file)) throw notInstalled(file);
    const { execa } = await loadExeca();
    if (signal.aborted)
      throw interruptionError(signal, 'Time was over before the start.', 'nothing was sent');

    const limit = AbortSignal.any([signal, AbortSignal.timeout(this.#timing.handOverLimitMs)]);
    const startedAt = performance.now();
    // Detached and without streams, because the process may turn out to be the phone, which outlives this one.
    const started = execa(file, launchArguments(launch, tail), {
      detached: true,
      cleanup: false,
      stdio: 'ignore',
      windowsHide: true,
      reject: false,
      ...(launch.environment !== undefined && { env: launch.environment }),
    });
    const { pid } = started;
    const ended = started.then((result): Ended => result);
    const settled = new AbortController();
    const watch = new PhoneWatch(this.#presence, this.#timing.settleMs);
    try {
      const first =
        pid === undefined
          ? await ended
          : await Promise.race([ended, watch.becomesPhone(pid, AbortSignal.any([limit, settled.signal]))]);
      if (first === 'phone') {
        started.nodeChildProcess.unref();
        return { started: true };
      }
      if (first === 'interrupted') {
        started.kill('SIGKILL');
        await ended;
        throw interruptedLaunch(limit, signal, performance.now() - startedAt, watch.lastSeen);
      }
      if (first.exitCode === 0) return { started: false };
      throw failedLaunch(installation, first);
    } finally {
      settled.abort();
    }
  }
}

/** Loads execa, once. It takes longer to load than all of the kit, so it is loaded when something is launched. */
function loadExeca(): Promise<typeof Execa> {
  return import('execa');
}

/** Looks whether a process that was started becomes the phone. */
class PhoneWatch {
  readonly #presence: PhonePresence;
  readonly #settleMs: number;
  /** What was found when it was looked last. */
  lastSeen: PhoneProcess = 'unknown';

  constructor(presence: PhonePresence, settleMs: number) {
    this.#presence = presence;
    this.#settleMs = settleMs;
  }

  async becomesPhone(pid: number, signal: AbortSignal): Promise<'phone' | 'interrupted'> {
    const settlesAt = performance.now() + this.#settleMs;
    for (;;) {
      await pause(presencePollMs, signal);
      const phone = signal.aborted ? this.lastSeen : await this.#look(signal);
      if (signal.aborted) return 'interrupted';
      this.lastSeen = phone;
      if (phone === 'unknown' && performance.now() >= settlesAt) return 'phone';
      if (typeof phone === 'object' && phone.processId === pid) return 'phone';
    }
  }

  async #look(signal: AbortSignal): Promise<PhoneProcess> {
    try {
      return await this.#presence.findPhone(signal);
    } catch (error) {
      if (signal.aborted) return this.lastSeen;
      throw error;
    }
  }
}

function interruptedLaunch(
  limit: AbortSignal,
  signal: AbortSignal,
  elapsedMs: number,
  phone: PhoneProcess,
): MicroSipError {
  const waited = `${Math.round(elapsedMs)} ms`;
  const timedOut =
    phone === 'not-running'
      ? `MicroSIP did not come up within ${waited}, and its start was ended; start it by hand and see what it says.`
      : `MicroSIP did not take the command within ${waited}, and the start that waited for it was ended. ` +
        'It may be waiting for an event hook or for an answer to a message box: look at its window.';
  if (!signal.aborted) return new MicroSipError('TIMEOUT', timedOut, { cause: limit.reason as unknown });
  return interruptionError(signal, timedOut, 'MicroSIP may have got it');
}

/** The exit code with which the simulator's program refuses an ini that MicroSIP did not write. */
const foreignIni = 7;

function failedLaunch({ launch, backend, dataDirectory }: Installation, ended: Ended): MicroSipError {
  const { code, cause, exitCode, signal } = ended;
  if (code === 'ENOENT' && exitCode === undefined) return notInstalled(launch.file);
  if (exitCode === undefined && signal === undefined) {
    return new MicroSipError(
      'LAUNCH_FAILED',
      `${launch.file} could not be started (${code ?? 'unknown error'}).`,
      { cause },
    );
  }
  const simulated = backend === 'simulator';
  if (simulated && exitCode === foreignIni) {
    return new MicroSipError(
      'SETTINGS_DAMAGED',
      `The microsip.ini in ${dataDirectory} is damaged or none of MicroSIP's, and was left as it is; ` +
        'move it away, or use another data directory.',
    );
  }
  const end =
    exitCode === undefined ? `was ended by ${signal ?? 'a signal'}` : `ended with exit code ${exitCode}`;
  // Not sent again: nothing tells whether the command had been handed over before the failure.
  return new MicroSipError(
    'LAUNCH_FAILED',
    `${simulated ? 'The simulated MicroSIP' : 'MicroSIP'} ${end} when it was started with the command, ` +
      'which is probably lost. Another program may have its ini open: try again.',
    { cause },
  );
}

function notInstalled(file: string): MicroSipError {
  return new MicroSipError(
    'NOT_INSTALLED',
    `There is no program ${file}; install it, or give the path of microsip.exe (--exe).`,
  );
}
