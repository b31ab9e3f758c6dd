import { createRequire } from 'node:module';

import type { Installation } from '../../../installation/installation.ts';
import { MicroSipError } from '../../../microsip-error.ts';

type Phone = Pick<Installation, 'backend'>;

/** Whether the hooks of a phone can be changed from here: the hook program and its journal lie on the phone's system. */
export function canChangeHooks({ backend }: Phone): boolean {
  return backend === 'windows' || backend === 'simulator';
}

/** @throws MicroSipError `UNSUPPORTED` for a phone whose hooks cannot be changed from here */
export function refuseOtherSystem(phone: Phone): void {
  if (canChangeHooks(phone)) return;
  throw new MicroSipError(
    'UNSUPPORTED',
    `The hooks of MicroSIP can be set and taken back on Windows itself, not from ${phone.backend === 'wsl' ? 'WSL' : 'Wine'}: do it there, or use the log ("microsip log enable").`,
  );
}

/** How a phone's system starts programs. */
export function platformOf({ backend }: Phone): NodeJS.Platform {
  return backend === 'simulator' ? process.platform : 'win32';
}

/** The library by which a program on Windows can read its own command line, if it is installed. */
export function installedKoffi({ backend }: Phone): string | undefined {
  if (backend !== 'windows') return undefined;
  try {
    return createRequire(import.meta.url).resolve('koffi');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
