import { stat } from 'node:fs/promises';
import { readSettings, unusable } from '../settings/transaction/settings-bytes.ts';
import { isSystemError } from '../system-error.ts';
import { damaged, parseContacts, type ContactsDocument } from './contacts-document.ts';

/** Room for tens of thousands of contacts; MicroSIP shows them in one list. */
const longestFile = 16 * 1024 * 1024;

/**
 * Reads a file of contacts.
 *
 * @throws MicroSipError `SETTINGS_DAMAGED` for what is no such file, `SETTINGS_BUSY` when it cannot be read now
 */
export async function readContacts(path: string, signal?: AbortSignal): Promise<ContactsDocument> {
  const status = await stat(path).catch((error: unknown) => {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw unusable(error, path, 'read');
  });
  if (status?.isFile() === false) throw damaged(path, 'it is no file');
  if (status !== undefined && status.size > longestFile) {
    throw damaged(path, `it has ${status.size} bytes, more than contacts can have`);
  }
  return parseContacts(path, await readSettings(path, signal));
}
