import path from 'node:path';

import { runSystemProgram } from '../system/run-system-program.ts';
import { windowsSystem, type WindowsSystem } from '../system/windows-system.ts';
import { oldestFirst } from './oldest-first.ts';
import type { PhoneProcess } from './phone-process.ts';
import { parseProcessDetails, processDetailsScript } from './process-details.ts';
import { parseTasklist, type ListedTask } from './tasklist.ts';

/** How to look at the processes of Windows; left out, as it is right here. */
export interface WindowsView {
  readonly system?: WindowsSystem | undefined;
  /** The number this process has in Windows; none where it is one of Linux, in WSL. */
  readonly ownProcessId?: number | undefined;
}

/** The processes of Windows, seen from Windows or from WSL. */
export class WindowsProcesses {
  readonly #system: WindowsSystem;
  readonly #ownProcessId: number | undefined;

  constructor({
    system = windowsSystem(),
    ownProcessId = process.platform === 'win32' ? process.pid : undefined,
  }: WindowsView = {}) {
    this.#system = system;
    this.#ownProcessId = ownProcessId;
  }

  /**
   * The processes of this Windows session whose program has a name, or with `details` those of this very program and
   * those that Windows lets nobody look into. Phones of other sessions are no concern of this one's commands (facts B);
   * only from WSL, and without details, they cannot be told apart.
   *
   * @param executable - as Windows names it
   */
  async find(
    executable: string,
    { details, signal }: { readonly details: boolean; readonly signal: AbortSignal },
  ): Promise<readonly PhoneProcess[] | 'unknown'> {
    const imageName = path.win32.basename(executable);
    const tasks = await this.#list(`IMAGENAME eq ${imageName}`, signal);
    if (tasks === 'unknown') return 'unknown';
    const named = tasks.filter((task) => isNamed(task, imageName));
    if (named.length === 0) return [];
    const session = await this.#ownSession(signal);
    const found = named
      .filter((task) => session === undefined || task.session === session)
      .map(({ processId }) => ({ processId }));
    if (!details || found.length === 0) return found;

    const told = await this.#details(found, signal);
    const isThisProgram = ({ executable: other }: PhoneProcess): boolean =>
      other === undefined ||
      !path.win32.isAbsolute(executable) ||
      path.win32.normalize(other).toLowerCase() === path.win32.normalize(executable).toLowerCase();
    return oldestFirst(told.filter(isThisProgram));
  }

  /** The processes of other Windows sessions whose program has a phone's name: no command from here reaches them. */
  async inOtherSessions(executable: string, signal: AbortSignal): Promise<readonly number[] | 'unknown'> {
    const imageName = path.win32.basename(executable);
    const [tasks, own] = await Promise.all([
      this.#list(`IMAGENAME eq ${imageName}`, signal),
      this.#ownSession(signal),
    ]);
    if (tasks === 'unknown' || own === undefined) return 'unknown';
    return tasks
      .filter((task) => isNamed(task, imageName) && task.session !== own)
      .map(({ processId }) => processId);
  }

  /** Whether there is a process with this number. */
  async exists(processId: number, signal: AbortSignal): Promise<boolean | 'unknown'> {
    const tasks = await this.#list(`PID eq ${processId}`, signal);
    return tasks === 'unknown' ? 'unknown' : tasks.some((task) => task.processId === processId);
  }

  async #ownSession(signal: AbortSignal): Promise<number | undefined> {
    const own = this.#ownProcessId;
    if (own === undefined) return undefined;
    const tasks = await this.#list(`PID eq ${own}`, signal);
    return tasks === 'unknown' ? undefined : tasks.find(({ processId }) => processId === own)?.session;
  }

  async #list(filter: string, signal: AbortSignal): Promise<readonly ListedTask[] | 'unknown'> {
    const args = ['/FO', 'CSV', '/NH', '/FI', filter];
    const output = await runSystemProgram(this.#system.tasklist, args, signal);
    return output?.exitCode === 0 ? parseTasklist(output.stdout) : 'unknown';
  }

  async #details(processes: readonly PhoneProcess[], signal: AbortSignal): Promise<readonly PhoneProcess[]> {
    const script = processDetailsScript(processes.map(({ processId }) => processId));
    const args = ['-NoProfile', '-NonInteractive', '-EncodedCommand', encodedCommand(script)];
    const output = await runSystemProgram(this.#system.powershell, args, signal);
    const told = output?.exitCode === 0 ? parseProcessDetails(output.stdout) : undefined;
    return told ?? processes;
  }
}

/** The list was asked for by name already; where the code page may have spoilt the name, that has to do. */
function isNamed({ imageName }: ListedTask, wanted: string): boolean {
  const isAscii = /^[\x20-\x7e]*$/u.test(wanted);
  return !isAscii || imageName.toLowerCase() === wanted.toLowerCase();
}

/** A script as one word, in which no shell and no quoting rule finds anything to do. */
function encodedCommand(script: string): string {
  return Buffer.from(script, 'utf16le').toString('base64');
}
