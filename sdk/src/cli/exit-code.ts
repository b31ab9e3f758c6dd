import type { MicroSipErrorCode } from '../microsip-error.ts';

/** What the `microsip` command's exit codes mean. Scripts rely on them. */
export const exitCode = {
  delivered: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  notRunning: 4,
  timedOut: 5,
  unsupported: 6,
  settings: 7,
  /** As shells count a program that Ctrl-C ended: 128 + SIGINT. */
  interrupted: 130,
  terminated: 143,
} as const;

const exitCodes: Readonly<Record<MicroSipErrorCode, number>> = {
  TARGET_REFUSED: exitCode.usage,
  INVALID_ARGUMENT: exitCode.usage,
  NOT_INSTALLED: exitCode.notFound,
  NOT_RUNNING: exitCode.notRunning,
  NOT_READY: exitCode.failed,
  TIMEOUT: exitCode.timedOut,
  CANCELLED: exitCode.interrupted,
  UNSUPPORTED: exitCode.unsupported,
  SETTINGS_BUSY: exitCode.settings,
  SETTINGS_DAMAGED: exitCode.settings,
  LAUNCH_FAILED: exitCode.failed,
  ACCESS_DENIED: exitCode.failed,
  DISPOSED: exitCode.failed,
  INTERNAL: exitCode.failed,
};

/** The exit code that an error of the kit ends the command with. */
export function exitCodeOf(code: MicroSipErrorCode): number {
  return exitCodes[code];
}
