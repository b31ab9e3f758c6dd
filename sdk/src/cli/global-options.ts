import { isVersion } from '../catalogue/version.ts';
import type { InstallationOptions } from '../installation/installation-options.ts';
import type { Backend } from '../installation/installation.ts';
import { MicroSipError } from '../microsip-error.ts';

/** The backends that `--backend` takes. */
export const backendNames = ['auto', 'windows', 'wsl', 'wine', 'simulator'] as const satisfies readonly (
  Backend | 'auto'
)[];

/** The options that every command takes, before or after its name. */
export interface GlobalOptions {
  readonly backend?: (typeof backendNames)[number];
  readonly exe?: string;
  readonly dataDir?: string;
  readonly microsipVersion?: string;
  readonly json?: true;
  readonly dryRun?: true;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly verbose?: true;
  /** Is told each step of the search for MicroSIP; no option, but what `--verbose` comes to. */
  readonly onStep?: InstallationOptions['onStep'];
}

/** Which MicroSIP the options mean. */
export function installationOptions(options: GlobalOptions): InstallationOptions {
  return {
    backend: options.backend,
    executable: options.exe,
    dataDirectory: options.dataDir,
    version: options.microsipVersion,
    onStep: options.onStep,
  };
}

/** `--microsip-version`, checked. */
export function parseVersion(text: string): string {
  if (isVersion(text)) return text;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `--microsip-version takes a version of MicroSIP, such as 3.22.16, not “${text}”.`,
  );
}

/** The longest wait a timer of Node.js can hold. */
const longestTimeout = 2 ** 31 - 1;

/** Makes the check of an option that takes milliseconds. */
export function parseMilliseconds(option: string): (text: string) => number {
  return (text) => {
    const milliseconds = /^\d{1,10}$/u.test(text) ? Number(text) : Number.NaN;
    if (milliseconds >= 1 && milliseconds <= longestTimeout) return milliseconds;
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${option} takes a whole number of milliseconds from 1 to ${longestTimeout}, not “${text}”.`,
    );
  };
}
