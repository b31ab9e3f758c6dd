import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { MicroSipError } from '../../microsip-error.ts';
import { runSystemProgram, type SystemProgramOutput } from '../system/run-system-program.ts';
import { changingDenied, readingDenied } from './access-denied.ts';
import {
  defaultView,
  describeKey,
  fullKeyName,
  isSameOrBelow,
  keyNames,
  requireKeyPath,
} from './key-path.ts';
import { listsSubkey } from './reg-query-output.ts';
import { parseRegistrationFile, registrationFileBytes } from './registration-file.ts';
import { keyOfSections, sectionsOfEdits } from './registration-sections.ts';
import { editRuns, requireEdit, type DeletedKey, type ImportedEdit } from './registry-edits.ts';
import type {
  RegistryEdit,
  RegistryKey,
  RegistryPath,
  RegistryView,
  WindowsRegistry,
} from './windows-registry.ts';

/** Where `reg.exe` is, and how it and this process understand each other about files. */
export interface RegProgramOptions {
  /** The full path of `reg.exe`, as this process starts it. */
  readonly program: string;
  /** A folder for the files in between, as this process sees it. Default: the one for temporary files. */
  readonly temporaryFolder?: string;
  /** How Windows names a file of this process, where it is another way, as in WSL. */
  readonly toWindowsPath?: (path: string, signal: AbortSignal) => Promise<string>;
}

/**
 * The registry by Windows' own `reg.exe`, which needs nothing but Windows: from Node.js without koffi, and from WSL.
 *
 * Keys and values go through registration files, which hold every character; what `reg.exe` prints does not, being in
 * the code page of the console. Its exit code is 1 for a key that is missing as well as for one it may not read, and
 * what it says about it is in the language of Windows: so when an export fails, it is asked for the names below the
 * key above.
 */
export class RegProgram implements WindowsRegistry {
  readonly #program: string;
  readonly #temporaryFolder: string;
  readonly #toWindowsPath: (path: string, signal: AbortSignal) => Promise<string>;

  constructor({ program, temporaryFolder = tmpdir(), toWindowsPath = asItIs }: RegProgramOptions) {
    this.#program = program;
    this.#temporaryFolder = temporaryFolder;
    this.#toWindowsPath = toWindowsPath;
  }

  async read(key: RegistryPath, signal: AbortSignal): Promise<RegistryKey | undefined> {
    requireKeyPath(key);
    const exported = await this.#export(key, signal);
    if (exported !== undefined) {
      const sections = parseRegistrationFile(exported);
      if (sections !== undefined) return keyOfSections(sections, key);
      throw new MicroSipError(
        'INTERNAL',
        `reg.exe exported ${describeKey(key)} in a form that is not known.`,
      );
    }
    if (await this.#isListed(key, signal)) throw readingDenied(key);
    return undefined;
  }

  async change(edits: readonly RegistryEdit[], signal: AbortSignal): Promise<void> {
    edits.forEach(requireEdit);
    for (const run of editRuns(edits)) {
      const done =
        'deleted' in run
          ? await this.#delete(run.deleted, signal)
          : await this.#import(await this.#withoutIdleRemovals(run.imported, signal), run.view, signal);
      // What was asked is in order, as it was made here: what is left is that Windows does not allow it.
      if (!done) {
        throw changingDenied('deleted' in run ? [run.deleted.key] : run.imported.map(({ key }) => key));
      }
    }
  }

  /** The registration file of a key; nothing when it cannot be had. */
  async #export(key: RegistryPath, signal: AbortSignal): Promise<Uint8Array | undefined> {
    return await this.#withFile(signal, async (file, windowsFile) => {
      const { exitCode } = await this.#runRepeatable(
        ['export', fullKeyName(key), windowsFile, '/y', viewOption(key)],
        signal,
      );
      return exitCode === 0 ? await readFile(file) : undefined;
    });
  }

  async #import(edits: readonly ImportedEdit[], view: RegistryView, signal: AbortSignal): Promise<boolean> {
    if (edits.length === 0) return true;
    const contents = registrationFileBytes(sectionsOfEdits(edits));
    return await this.#withFile(signal, async (file, windowsFile) => {
      await writeFile(file, contents, { mode: 0o600, flag: 'wx' });
      const args = ['import', windowsFile, viewOption({ view })];
      return (await this.#runRepeatable(args, signal)).exitCode === 0;
    });
  }

  /**
   * Importing the removal of a value makes its key where there is none: removals from keys that are not there by then
   * are left out.
   */
  async #withoutIdleRemovals(
    edits: readonly ImportedEdit[],
    signal: AbortSignal,
  ): Promise<readonly ImportedEdit[]> {
    const effective: ImportedEdit[] = [];
    for (const edit of edits) {
      if (edit.edit !== 'remove-value' || (await this.#isThereAfter(effective, edit.key, signal))) {
        effective.push(edit);
      }
    }
    return effective;
  }

  async #isThereAfter(
    edits: readonly ImportedEdit[],
    key: RegistryPath,
    signal: AbortSignal,
  ): Promise<boolean> {
    const decisive = edits.findLast((edit) =>
      edit.edit === 'remove-key' ? isSameOrBelow(key, edit.key) : isSameOrBelow(edit.key, key),
    );
    if (decisive !== undefined) return decisive.edit !== 'remove-key';
    return await this.#isThere(key, signal);
  }

  /** Whether the key above, or the nearest one that can be read, has it. */
  async #isListed(key: RegistryPath, signal: AbortSignal): Promise<boolean> {
    const names = keyNames(key.path);
    const name = names.at(-1);
    if (name === undefined) return true;
    const above = { ...key, path: names.slice(0, -1).join('\\') };
    const queried = await this.#runRepeatable(['query', fullKeyName(above), viewOption(key)], signal);
    return queried.exitCode === 0
      ? listsSubkey(queried.stdout, fullKeyName(above), name)
      : this.#isListed(above, signal);
  }

  /** Does what may be done twice: again, if `reg.exe` comes to no end, which happens under Wine now and then. */
  async #runRepeatable(args: readonly string[], signal: AbortSignal): Promise<SystemProgramOutput> {
    return (await runSystemProgram(this.#program, args, signal)) ?? (await this.#run(args, signal));
  }

  async #run(args: readonly string[], signal: AbortSignal): Promise<SystemProgramOutput> {
    const output = await runSystemProgram(this.#program, args, signal);
    if (output !== undefined) return output;
    throw new MicroSipError(
      'LAUNCH_FAILED',
      `"${this.#program}" could not be run or took too long, so the registry of Windows is not known. Check that it is there and runs.`,
    );
  }

  async #delete({ edit, key }: DeletedKey, signal: AbortSignal): Promise<boolean> {
    const isMeant =
      edit === 'remove-key' ? await this.#isThere(key, signal) : isEmpty(await this.read(key, signal));
    if (!isMeant) return true;
    return (await this.#run(['delete', fullKeyName(key), '/f', viewOption(key)], signal)).exitCode === 0;
  }

  async #isThere(key: RegistryPath, signal: AbortSignal): Promise<boolean> {
    const { exitCode } = await this.#runRepeatable(['query', fullKeyName(key), viewOption(key)], signal);
    return exitCode === 0 || (await this.#isListed(key, signal));
  }

  /** A name for a registration file, which is gone afterwards. */
  async #withFile<Result>(
    signal: AbortSignal,
    use: (file: string, windowsFile: string) => Promise<Result>,
  ): Promise<Result> {
    signal.throwIfAborted();
    const file = path.join(this.#temporaryFolder, `microsip-registry-${randomUUID()}.reg`);
    try {
      return await use(file, await this.#toWindowsPath(file, signal));
    } finally {
      await rm(file, { force: true, maxRetries: 3 });
    }
  }
}

function viewOption({ view = defaultView }: Pick<RegistryPath, 'view'>): string {
  return `/reg:${view}`;
}

function isEmpty(key: RegistryKey | undefined): boolean {
  return key?.values.size === 0 && key.keys.size === 0;
}

function asItIs(path: string): Promise<string> {
  return Promise.resolve(path);
}
