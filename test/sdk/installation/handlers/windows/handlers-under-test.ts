import { existsSync } from 'node:fs';
import path from 'node:path';

import { HandlerControl } from '../../../../../sdk/src/installation/handlers/handler-control.ts';
import { WindowsHandlers } from '../../../../../sdk/src/installation/handlers/windows/windows-handlers.ts';
import type { MemoryRegistry } from '../../../../support/sdk/memory-registry.ts';

/** Where the programs of the tests are, as Windows names them. */
export const microsip = 'D:\\Tools\\My Phone\\microsip.exe';

/** The handlers of a MicroSIP on a made-up Windows, whose drives are folders below `directory`. */
export function handlersOn(
  registry: MemoryRegistry,
  directory: string,
  { executable = microsip, version = undefined as string | undefined } = {},
): HandlerControl {
  const windows = {
    registry,
    environment: () => Promise.resolve({ ProgramFiles: 'C:\\Program Files' }),
    localPath: (file: string) => Promise.resolve(localPathIn(directory, file)),
  };
  const installation = {
    backend: 'windows',
    version,
    executable,
    dataDirectory: directory,
    logDirectory: directory,
    launch: { file: executable, leadingArguments: [] },
  } as const;
  return new HandlerControl(installation, undefined, () =>
    Promise.resolve(new WindowsHandlers(executable, windows, path.join(directory, 'data'))),
  );
}

/** Whether the kit remembers what was there before. */
export function remembers(directory: string): boolean {
  return existsSync(recordIn(directory));
}

export function recordIn(directory: string): string {
  return path.join(directory, 'data', 'microsip-devkit', 'handlers-windows.json');
}

export function localPathIn(directory: string, file: string): string {
  return path.join(directory, 'drives', ...file.toLowerCase().replace(':', '').split('\\'));
}
