import path from 'node:path';

import { runSystemProgram } from '../run-system-program.ts';
import { windowsSystem, type WindowsSystem } from '../windows-system.ts';
import { oldestFirst } from './oldest-first.ts';
import type { PhoneProcess } from './phone-process.ts';
import { parseProcessDetails, processDetailsScript } from './process-details.ts';
import { parseTasklist, type ListedTask } from './tasklist.ts';

/** The processes of Windows, seen from Windows or from WSL. */
export class WindowsProcesses {
  readonly #system: WindowsSystem;

  constructor(system: WindowsSystem = windowsSystem()) {
    this.#system = system;
  }

  /**
   * The processes whose program has a name, or with `details` those of this very program and those that Windows lets
   * nobody look into.
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
    const named = tasks.filter((task) => isNamed(task, imageName)).map(({ processId }) => ({ processId }));
    if (!details || named.length === 0) return named;

    const told = await this.#details(named, signal);
    const isThisProgram = ({ executable: found }: PhoneProcess): boolean =>
      found === undefined ||
      !path.win32.isAbsolute(executable) ||
      path.win32.normalize(found).toLowerCase() === path.win32.normalize(executable).toLowerCase();
    return oldestFirst(told.filter(isThisProgram));
  }

  /** Whether there is a process with this number. */
  async exists(processId: number, signal: AbortSignal): Promise<boolean | 'unknown'> {
    const tasks = await this.#list(`PID eq ${processId}`, signal);
    return tasks === 'unknown' ? 'unknown' : tasks.some((task) => task.processId === processId);
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
