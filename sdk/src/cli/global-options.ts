import type { Backend } from '../installation/installation.ts';
import { isVersion } from '../catalogue/version.ts';
import { MicroSipError } from '../microsip-error.ts';

/** The backends that `--backend` takes. */
export const backendNames = [
  'auto',
  'windows',
  'wsl',
  'wine',
  'simulator',
] as const satisfies readonly (Backend | 'auto')[];

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

/** A number of milliseconds of the option named `option`, checked. */
export function parseMilliseconds(option: string, text: string): number {
  const milliseconds = /^\d{1,10}$/u.test(text) ? Number(text) : NaN;
  if (milliseconds >= 1 && milliseconds <= longestTimeout) return milliseconds;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `${option} takes a whole number of milliseconds from 1 to ${longestTimeout}, not “${text}”.`,
  );
}
