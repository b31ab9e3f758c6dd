import { createRequire } from 'node:module';

import type { Installation } from '../../../installation/installation.ts';
import { MicroSipError } from '../../../microsip-error.ts';

/** How the phone's system names files of this one, and how it starts programs. */
export interface PhoneSide {
  readonly platform: NodeJS.Platform;
  /** The name that a path of this process has there. */
  readonly pathOf: (file: string) => string;
  /** The library by which a program there can read its own command line, if it is installed. */
  readonly koffi?: string | undefined;
}

/**
 * The side of a phone that starts the hook program.
 *
 * @throws MicroSipError `UNSUPPORTED` where that is another system than this one
 */
export function phoneSide({ backend }: Pick<Installation, 'backend'>): PhoneSide {
  switch (backend) {
    case 'windows':
      return { platform: 'win32', pathOf: (file) => file, koffi: installedKoffi() };
    case 'simulator':
      return { platform: process.platform, pathOf: (file) => file };
    case 'wsl':
    case 'wine':
      throw new MicroSipError(
        'UNSUPPORTED',
        `The hooks of MicroSIP can be set and taken back on Windows itself, not from ${backend === 'wsl' ? 'WSL' : 'Wine'}: do it there, or use the log ("microsip log enable").`,
      );
  }
}

/** @throws MicroSipError `UNSUPPORTED` for a phone whose hooks cannot be changed from here */
export function refuseOtherSystem(installation: Pick<Installation, 'backend'>): void {
  phoneSide(installation);
}

function installedKoffi(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve('koffi');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}
