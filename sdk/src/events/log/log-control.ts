import { MicroSipError } from '../../microsip-error.ts';
import type { ChangeOptions, SettingsChange } from '../../settings/settings-change.ts';
import type { IniDocument } from '../../settings/ini-document.ts';
import type { SettingsFile } from '../../settings/settings-file.ts';
import type { ProcessSighting } from '../phone-process/process-watch.ts';

/** How it stands with the log of a phone. */
export interface LogStatus {
  /** Whether the ini asks for it. */
  readonly enabled: boolean;
  readonly path: string;
  /** Whether there is one. */
  readonly present: boolean;
  /** In bytes. */
  readonly size?: number;
  /** When it was last written, as an ISO 8601 time. */
  readonly writtenAt?: string;
  /** Whether the phone runs. */
  readonly running: boolean | 'unknown';
  /** Whether the phone that runs writes it: it decides that when its SIP stack is created (facts F.3). */
  readonly written: boolean | 'unknown';
  /** Whether the phone that runs does otherwise than its ini says, until it is started again. */
  readonly restartNeeded: boolean;
  /** What is worth knowing, for people. */
  readonly remarks: readonly string[];
}

/** Looks for the process of the phone. */
export type FindProcess = (signal: AbortSignal) => Promise<ProcessSighting | 'unknown'>;

/** Limits of a look at the log. */
export interface LogStatusOptions {
  /** Gives up early. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until `TIMEOUT`; 20,000 if not given: PowerShell, which knows the processes, can take seconds. */
  readonly timeoutMs?: number | undefined;
}

const defaultTimeoutMs = 20_000;

/** A registered phone writes every 15 seconds, to keep its way through routers open. */
const freshMs = 60_000;

/** Clocks of file systems are coarse. */
const clockToleranceMs = 2000;

const largeBytes = 200 * 1024 * 1024;

/**
 * Switches the log of a phone on and off, from which the state of its calls is known. A running phone goes on as it
 * does until it is started again, and would overwrite the change: see {@link ChangeOptions.restart}.
 *
 * @example
 * ```ts
 * await log.enable({ restart: true });
 * const { written } = await log.status(); // true
 * ```
 */
export class LogControl {
  /** The log. */
  readonly path: string;
  readonly #settings: Pick<SettingsFile, 'change' | 'get'>;
  readonly #findProcess: FindProcess;
  readonly #now: () => Date;

  /**
   * @param path - the log; it need not exist
   * @param settings - the settings of the phone
   * @param findProcess - looks for its process, with the time of its start where that can be known
   */
  constructor(
    path: string,
    settings: Pick<SettingsFile, 'change' | 'get'>,
    findProcess: FindProcess,
    now: () => Date = () => new Date(),
  ) {
    this.path = path;
    this.#settings = settings;
    this.#findProcess = findProcess;
    this.#now = now;
  }

  /**
   * Has the phone write its log from its next start on. The log holds whom one calls and who calls, and the text of
   * messages; it grows for as long as the phone runs.
   *
   * @param options - what to do with a phone that runs, and limits; with `restart`, also a phone is started again whose
   * ini asks for the log already and that does not write it
   * @throws MicroSipError as {@link SettingsFile.change}
   */
  async enable(options?: ChangeOptions): Promise<SettingsChange> {
    return await this.#switch(true, options);
  }

  /**
   * Has the phone write no log from its next start on. What was written stays.
   *
   * @param options - what to do with a phone that runs, and limits; with `restart`, also a phone is started again whose
   * ini asks for no log already and that writes one
   * @throws MicroSipError as {@link SettingsFile.change}
   */
  async disable(options?: ChangeOptions): Promise<SettingsChange> {
    return await this.#switch(false, options);
  }

  /**
   * How it stands with the log: whether it is wanted, whether it is there, and whether the phone that runs writes it.
   *
   * @param options - limits
   * @throws MicroSipError as {@link SettingsFile.read}; `TIMEOUT`
   */
  async status({ signal, timeoutMs = defaultTimeoutMs }: LogStatusOptions = {}): Promise<LogStatus> {
    const timeLimit = AbortSignal.timeout(timeoutMs);
    try {
      return await this.#status(signal === undefined ? timeLimit : AbortSignal.any([signal, timeLimit]));
    } catch (error) {
      if (!timeLimit.aborted || signal?.aborted === true) throw error;
      throw new MicroSipError(
        'TIMEOUT',
        `The look at the log and its phone took longer than ${timeoutMs} ms; give it more time.`,
        { cause: error },
      );
    }
  }

  async #switch(on: boolean, options: ChangeOptions = {}): Promise<SettingsChange> {
    const evenUnchanged = options.restart === true && (await this.status(options)).written === !on;
    return await this.#settings.change((ini) => switchLog(ini, on), { ...options, evenUnchanged });
  }

  async #status(signal: AbortSignal): Promise<LogStatus> {
    const { logFileAtEnd } = await import('./log-file-at-end.ts');
    const [setting, process, file] = await Promise.all([
      this.#settings.get('enableLog', 'Settings', signal),
      this.#findProcess(signal),
      logFileAtEnd(this.path, signal),
    ]);
    const enabled = setting === true;
    const running = process === 'unknown' ? process : process.running;
    const written = isLogWritten(process, file, this.#now());
    const status: Omit<LogStatus, 'remarks'> = {
      enabled,
      path: this.path,
      present: file !== undefined,
      ...(file && { size: file.size, writtenAt: file.writtenAt.toISOString() }),
      running,
      written,
      restartNeeded: running === true && written === !enabled,
    };
    return { ...status, remarks: remarksOn(status) };
  }
}

/** Has an ini ask for the log or not. */
export function switchLog(ini: IniDocument, on: boolean): void {
  ini.set('Settings', 'enableLog', on ? '1' : '0');
}

/** What is worth knowing of a log that is switched on. */
export const privacyRemark =
  'The log holds, in clear text, whom you call and who calls, names and addresses, and the text of messages (not the password).';

/** Whether a phone writes its log, as far as its process and the end of the file tell. */
export function isLogWritten(
  process: ProcessSighting | 'unknown',
  file: { readonly writtenAt: Date; readonly stackEnded: boolean } | undefined,
  now: Date,
): boolean | 'unknown' {
  if (process !== 'unknown' && !process.running) return false;
  // A log whose stack has ended is of an earlier run, or was switched off at OK in the settings.
  if (file === undefined || file.stackEnded)
    return process === 'unknown' && file === undefined ? 'unknown' : false;
  if (process !== 'unknown' && process.startedAt !== undefined) {
    return file.writtenAt.getTime() + clockToleranceMs >= Date.parse(process.startedAt);
  }
  return now.getTime() - file.writtenAt.getTime() < freshMs ? true : 'unknown';
}

function remarksOn({ enabled, present, restartNeeded, size = 0 }: Omit<LogStatus, 'remarks'>): string[] {
  return [
    ...(restartNeeded
      ? [
          enabled
            ? 'The MicroSIP that runs does not write it: it was started before the log was switched on. Start it again.'
            : 'The MicroSIP that runs still writes it, until it is started again.',
        ]
      : []),
    ...(present ? [privacyRemark] : []),
    ...(size > largeBytes
      ? ['It grows for as long as MicroSIP runs; start it again from time to time, which begins a new one.']
      : []),
  ];
}
