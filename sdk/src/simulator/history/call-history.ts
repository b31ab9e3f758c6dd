import { compareVersions } from '../../catalogue/version.ts';
import type { PhoneEffect } from '../../phone-model/phone-effect.ts';
import type { ProfileFile } from '../ini/profile-file.ts';
import type { Peripheral } from '../phone-driver.ts';
import type { CallHistoryStore } from './call-history-store.ts';
import { IniCallHistory } from './ini-call-history.ts';

/** Since when the calls are in a database instead of the ini (facts F.1). */
const databaseSince = '3.22.5';

/** The call history of a phone. */
export class CallHistory implements Peripheral {
  readonly #store: CallHistoryStore;

  private constructor(store: CallHistoryStore) {
    this.#store = store;
  }

  /** Opens the history where the version keeps it; calls of an older version are taken over. */
  static async open(dataDirectory: string, version: string, ini: ProfileFile): Promise<CallHistory> {
    if (compareVersions(version, databaseSince) < 0) return new CallHistory(new IniCallHistory(ini));
    const { CallLogDatabase } = await import('./call-log-database.ts');
    return new CallHistory(CallLogDatabase.open(dataDirectory, ini));
  }

  perform(effect: PhoneEffect): void {
    if (effect.do === 'historyInsert') this.#store.insert(effect.row);
    if (effect.do === 'historyUpdate') this.#store.update(effect.row);
  }

  close(): void {
    this.#store.close();
  }
}
