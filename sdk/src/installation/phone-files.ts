import path from 'node:path';

import type { Installation } from './installation.ts';

/** The files of one phone, as this process sees them. They need not exist. */
export interface PhoneFiles {
  /** The ini. */
  readonly settings: string;
  readonly log: string;
  readonly contacts: string;
  /** The database of calls, since 3.22.5; older versions keep them in the ini. */
  readonly callLog: string;
}

/** Where a phone keeps its files: they are named after its program (facts D.1). */
export function phoneFiles({ dataDirectory, executable, logDirectory }: Installation): PhoneFiles {
  const program = path.win32.basename(executable).replace(/\.exe$/iu, '');
  return {
    settings: path.join(dataDirectory, `${program}.ini`),
    log: path.join(logDirectory, `${program}_log.txt`),
    contacts: path.join(dataDirectory, 'Contacts.xml'),
    callLog: path.join(dataDirectory, 'call_log.db'),
  };
}
