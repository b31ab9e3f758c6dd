import { MicroSipError } from '../../microsip-error.ts';

/** The error of a `call_log.db` that is something else. */
export function noCallLog(reason: string, cause?: Error): MicroSipError {
  return new MicroSipError(
    'SETTINGS_DAMAGED',
    `call_log.db is not the call log of a MicroSIP: ${reason}. Nothing was changed; if MicroSIP cannot read it either, ` +
      'close MicroSIP, move the file away, and MicroSIP begins a new one.',
    cause === undefined ? undefined : { cause },
  );
}
