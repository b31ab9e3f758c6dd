import type { Installation } from '../../../installation/installation.ts';
import { MicroSipError } from '../../../microsip-error.ts';

/** How the phone's system names files of this one, and how it starts programs. */
export interface PhoneSide {
  readonly platform: NodeJS.Platform;
  /** The name that a path of this process has there. */
  readonly pathOf: (file: string) => string;
}

/**
 * The side of a phone that starts the hook program.
 *
 * @throws MicroSipError `UNSUPPORTED` where that is another system than this one
 */
export function phoneSide({ backend }: Pick<Installation, 'backend'>): PhoneSide {
  switch (backend) {
    case 'windows':
      return { platform: 'win32', pathOf: (file) => file };
    case 'simulator':
      return { platform: process.platform, pathOf: (file) => file };
    case 'wsl':
    case 'wine':
      throw new MicroSipError(
        'UNSUPPORTED',
        `Hooks can be installed for MicroSIP on Windows and for the simulator, not from ${backend === 'wsl' ? 'WSL' : 'Wine'}: use the log ("microsip log enable").`,
      );
  }
}
