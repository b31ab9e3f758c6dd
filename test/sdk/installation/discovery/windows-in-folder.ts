import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type {
  RunningPhones,
  WindowsSurroundings,
} from '../../../../sdk/src/installation/discovery/windows-surroundings.ts';
import type { LaunchTarget } from '../../../../sdk/src/installation/installation.ts';
import type { WindowsRegistry } from '../../../../sdk/src/installation/registry/windows-registry.ts';
import { MemoryRegistry } from '../../../support/sdk/memory-registry.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';

/** A Windows whose drive `C:` is a folder of this system, and whose registry is in memory. */
export class WindowsInFolder implements WindowsSurroundings, Disposable {
  readonly backend = 'wine';
  readonly memory = new MemoryRegistry();
  registry: WindowsRegistry = this.memory;
  /** The programs of the phones that run. */
  running: readonly string[] | 'unknown' = [];
  isCheapToLook = true;
  looksAtRunning = 0;
  readonly #folder: TemporaryDirectory = temporaryDirectory();

  get runningPhones(): RunningPhones {
    return {
      isCheap: this.isCheapToLook,
      find: () => {
        this.looksAtRunning++;
        return Promise.resolve(this.running);
      },
    };
  }

  /** Where a file of this Windows lies. */
  local(file: string): string {
    return path.join(this.#folder.path, ...file.split('\\'));
  }

  /** Puts a program there, which says nothing of itself. */
  addProgram(executable: string): void {
    mkdirSync(path.dirname(this.local(executable)), { recursive: true });
    writeFileSync(this.local(executable), 'MZ');
  }

  environment = (): Promise<Readonly<Record<string, string>>> =>
    Promise.resolve({
      ProgramFiles: 'C:\\Programs',
      LOCALAPPDATA: 'C:\\Local',
      APPDATA: 'C:\\Roaming',
      Path: 'C:\\Searched',
    });

  localPath(file: string): Promise<string | undefined> {
    return Promise.resolve(/^c:/iu.test(file) ? this.local(file) : undefined);
  }

  windowsPath(file: string): Promise<string | undefined> {
    return Promise.resolve(file);
  }

  launchTarget(executable: string): LaunchTarget {
    return { file: executable, leadingArguments: [] };
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}
