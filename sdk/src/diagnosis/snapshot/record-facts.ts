import type { PhoneFiles } from '../../installation/phone-files.ts';
import { MicroSipError } from '../../microsip-error.ts';

/** What is the matter with what a phone keeps of people and calls; nothing where it can be read. */
export interface RecordFacts {
  readonly contacts: string | undefined;
  readonly callLog: string | undefined;
}

/** Reads the contacts and the call log of a phone, and keeps nothing of them. */
export async function recordFacts(files: PhoneFiles, signal: AbortSignal): Promise<RecordFacts> {
  const { readContacts } = await import('../../contacts/read-contacts.ts');
  const { readCallLog } = await import('../../history/call-log/read-call-log.ts');
  const { callFilter } = await import('../../history/history-query.ts');
  const [contacts, callLog] = await Promise.all([
    whyNot(readContacts(files.contacts, signal)),
    whyNot(readCallLog(files.callLog, callFilter({ limit: 1 }), signal)),
  ]);
  return { contacts, callLog };
}

/** Why something is damaged, or may not be read; that it is busy now says nothing. */
async function whyNot(reading: Promise<unknown>): Promise<string | undefined> {
  try {
    await reading;
    return undefined;
  } catch (error) {
    if (error instanceof MicroSipError) return error.code === 'SETTINGS_DAMAGED' ? error.message : undefined;
    throw error;
  }
}
