import { MicroSipError } from '../../microsip-error.ts';
import { unusable } from '../../settings/transaction/settings-bytes.ts';
import { databaseStamp } from './database-snapshot.ts';

/**
 * A text that is another one after each change of the call log.
 *
 * @throws MicroSipError `SETTINGS_DAMAGED` for what is no call log, `SETTINGS_BUSY` when it cannot be looked at
 */
export async function callLogStamp(path: string): Promise<string> {
  try {
    return await databaseStamp(path);
  } catch (error) {
    if (error instanceof MicroSipError) throw error;
    throw unusable(error, path, 'read');
  }
}
