import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { limits } from '../../catalogue/limits.ts';
import { MicroSipError } from '../../microsip-error.ts';
import { removeStrays } from '../atomic-file.ts';
import type { PhoneControl } from '../phone-control.ts';
import type { ChangeOptions, SettingsChange } from '../settings-change.ts';
import { Backups } from './backups.ts';
import type { NextSettings } from './edited-settings.ts';
import { sameBytes } from './same-bytes.ts';
import { readSettings, writeSettings } from './settings-bytes.ts';
import { lockPathOf, lockSettings, type SettingsLock } from './settings-lock.ts';
import { TimeLimit } from './time-limit.ts';

/** Which file is changed, and what has to be known about its phone. */
export interface TransactionFrame {
  /** The file: the ini, or another one that the phone writes over while it runs. */
  readonly path: string;
  /** The ini, beside which the lock of all changes to the phone's files lies. */
  readonly settingsPath: string;
  /** Knows whether the phone runs, and ends and starts it. */
  readonly control: PhoneControl;
  /** Whether the phone starts without a window. */
  readonly startsMinimized: () => Promise<boolean>;
  /** The clock that backups are named after. */
  readonly now: () => Date;
}

/** What the file is to become, from what it is; nothing when it is that already. */
export type Plan = (bytes: Uint8Array | undefined) => Promise<NextSettings | undefined>;

const defaultTimeoutMs = 60_000;

/** A phone that was ended is started again even when the time for the change is over. */
const startLimitMs = 30_000;

/** How often it is looked whether a phone has ended after all. */
const presencePollMs = 100;

/** How often a change begins anew because somebody else changed the file meanwhile. */
const attempts = 5;

type Commit = Omit<SettingsChange, 'restarted'>;

/** Changes a file while its phone is closed, one change at a time over all processes. */
export class SettingsTransaction {
  readonly backups: Backups;
  readonly #frame: TransactionFrame;

  constructor(frame: TransactionFrame) {
    this.#frame = frame;
    this.backups = new Backups(frame.path, frame.now);
  }

  /**
   * Makes a change, or none.
   *
   * @throws MicroSipError as `SettingsFile.change` says
   */
  async run(plan: Plan, options: ChangeOptions): Promise<SettingsChange> {
    using limit = new TimeLimit(options.timeoutMs ?? defaultTimeoutMs, options.signal);
    // What is wrong with the change itself shows before the phone is asked for anything.
    const bytes = await limit.wait('Reading the settings', (signal) =>
      readSettings(this.#frame.path, signal),
    );
    const asWanted = (await plan(bytes)) === undefined;
    const evenUnchanged = options.restart === true && options.evenUnchanged === true;
    if (asWanted && !evenUnchanged) return { changed: false, restarted: false };
    if (options.restart !== true) await this.#refuseIfOpen(limit, options);

    options.onProgress?.('waiting-for-changes');
    await using lock = await limit.wait(
      'Waiting for other changes of the settings',
      (signal) => lockSettings(this.#frame.settingsPath, limit.timeoutMs + startLimitMs, signal),
      `allow more time (--timeout, timeoutMs), or remove ${lockPathOf(this.#frame.settingsPath)} if nothing changes them`,
    );
    let planned: NextSettings | undefined;
    const planOnce: Plan = async (before) => {
      // A contact that is there is not added once more.
      if (planned !== undefined && sameBytes(before, planned.bytes)) return undefined;
      return (planned = await plan(before));
    };
    let made: Commit | undefined;
    const commit = async (): Promise<Commit> => {
      const now = await this.#commit(planOnce, lock, limit, options);
      // What was made before the phone slipped in counts, even if nothing is left to be done.
      made = now.changed ? now : (made ?? now);
      if (now.changed) await this.#refuseIfStartedMeanwhile();
      return made;
    };
    for (let attempt = 1; ; attempt++) {
      try {
        options.onProgress?.('looking-for-phone');
        if (options.restart !== true || (await this.#presence(limit)) !== 'running') {
          return { ...(await commit()), restarted: false };
        }
        return await this.#whileClosed(limit, commit, options);
      } catch (error) {
        // Anybody can start it again in the meantime: a number that is clicked on does.
        if (options.restart === true && attempt < attempts && error instanceof PhoneRunsError) continue;
        const isGivenUp = limit.signal.aborted && made?.changed === true;
        throw isGivenUp ? new PhoneRunsError(startedMeanwhile, { cause: error }) : error;
      }
    }
  }

  /** Ends the phone for the time of a change. */
  async #whileClosed(
    limit: TimeLimit,
    commit: () => Promise<Commit>,
    { assumeIdle, onProgress }: ChangeOptions,
  ): Promise<SettingsChange> {
    // Whether its window is shown now, MicroSIP tells nobody; it is shown again as its settings say.
    const minimized = await this.#frame.startsMinimized();
    onProgress?.('waiting-for-calls');
    await limit.wait('Waiting until no call is up', (signal) =>
      this.#frame.control.untilIdle(signal, { assumeIdle }),
    );
    let change: Commit;
    let ended = false;
    const startAgain = async (): Promise<void> => {
      onProgress?.('starting-phone');
      await this.#startAgain({ minimized, ended });
    };
    try {
      onProgress?.('ending-phone');
      await limit.wait(
        'Ending MicroSIP',
        (signal) => this.#frame.control.exit(signal),
        'see whether it shows a question or hangs, end it, and try again',
      );
      ended = true;
      change = await commit();
    } catch (error) {
      await startAgain().catch((startError: unknown) => {
        throw notStartedAgain(messageOf(error), new AggregateError([error, startError]));
      });
      throw error;
    }
    await startAgain().catch((error: unknown) => {
      throw notStartedAgain(change.changed ? 'The settings were changed.' : 'Nothing was changed.', error);
    });
    return { ...change, restarted: true };
  }

  async #startAgain({ minimized, ended }: { minimized: boolean; ended: boolean }): Promise<void> {
    using limit = new TimeLimit(startLimitMs, undefined);
    // Who gave up waiting for its end may still have ended it, which takes as long as an event hook does.
    if (!ended && !(await this.#endsWithin(limits.hookWait.value, limit))) return;
    // Somebody else may have started it already; a second start would show its window.
    if ((await this.#presence(limit)) === 'running') return;
    await limit.wait('Starting MicroSIP again', (signal) => this.#frame.control.start({ minimized }, signal));
  }

  async #endsWithin(milliseconds: number, limit: TimeLimit): Promise<boolean> {
    const last = performance.now() + milliseconds;
    for (;;) {
      if ((await this.#presence(limit)) === 'not-running') return true;
      if (performance.now() > last) return false;
      await delay(presencePollMs);
    }
  }

  async #commit(plan: Plan, lock: SettingsLock, limit: TimeLimit, options: ChangeOptions): Promise<Commit> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const before = await limit.wait('Reading the settings', (signal) =>
        readSettings(this.#frame.path, signal),
      );
      const next = await plan(before);
      if (next === undefined) return { changed: false };
      const backup = await this.backups.keep(before);
      await this.#refuseIfOpen(limit, options);
      if (!(await lock.isHeld())) throw tookTooLong();
      const now = await limit.wait('Reading the settings', (signal) =>
        readSettings(this.#frame.path, signal),
      );
      if (!sameBytes(now, before)) continue;

      await limit.finish('Writing the settings', (signal) =>
        writeSettings(this.#frame.path, next.bytes, signal),
      );
      await this.#cleanUp();
      const { convertedFrom } = next;
      return { changed: true, backup, ...(convertedFrom !== undefined && { convertedFrom }) };
    }
    throw new MicroSipError(
      'SETTINGS_BUSY',
      `${this.#frame.path} kept changing while it was to be changed, so it was left alone; see which program writes it.`,
    );
  }

  /** What cannot be removed now is removed by a later change; this one is made. */
  async #cleanUp(): Promise<void> {
    const { base, dir } = path.parse(this.#frame.path);
    await Promise.allSettled([this.backups.prune(), removeStrays(dir, `${base}.`)]);
  }

  async #refuseIfOpen(limit: TimeLimit, options: ChangeOptions): Promise<void> {
    const presence = await this.#presence(limit);
    if (presence === 'running') {
      throw new PhoneRunsError();
    }
    if (presence === 'unknown' && options.assumeClosed !== true) {
      throw new MicroSipError(
        'SETTINGS_BUSY',
        'It cannot be found out whether MicroSIP runs, which would overwrite a change, so nothing was changed; close it ' +
          'and say so (--assume-closed, { assumeClosed: true }).',
      );
    }
  }

  /**
   * Between the last look and the change lie some milliseconds, in which somebody may have started the phone: it has read
   * the settings as they were then. The change is made, so neither a limit nor a look that fails undoes it.
   */
  async #refuseIfStartedMeanwhile(): Promise<void> {
    using limit = new TimeLimit(startLimitMs, undefined);
    const presence = await this.#presence(limit).catch(() => 'unknown' as const);
    if (presence === 'running') throw new PhoneRunsError(startedMeanwhile);
  }

  async #presence(limit: TimeLimit): Promise<'running' | 'not-running' | 'unknown'> {
    return await limit.wait('Looking whether MicroSIP runs', (signal) =>
      this.#frame.control.presence(signal),
    );
  }
}

const phoneRuns =
  'MicroSIP runs, and would write its own settings over a change when it ends, so nothing was changed; close it ' +
  '("microsip exit"), or have it restarted (--restart, { restart: true }).';
const startedMeanwhile =
  'The settings were changed, but MicroSIP was started at the same moment: if it has read them before, it will write ' +
  'over the change when it ends. Close it ("microsip exit"), see whether the change is still there, and make it again if not.';

class PhoneRunsError extends MicroSipError {
  constructor(message = phoneRuns, options?: ErrorOptions) {
    super('SETTINGS_BUSY', message, options);
  }
}

function tookTooLong(): MicroSipError {
  return new MicroSipError(
    'SETTINGS_BUSY',
    'The change took so long that another one went ahead, so nothing was changed; try again.',
  );
}

function notStartedAgain(outcome: string, cause: unknown): MicroSipError {
  return new MicroSipError(
    'LAUNCH_FAILED',
    `${outcome} MicroSIP was ended for the change and could not be started again: start it yourself ("microsip start").`,
    { cause },
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
