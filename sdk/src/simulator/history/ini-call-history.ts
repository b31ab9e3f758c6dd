import type { HistoryRow } from '../../phone-model/phone-effect.ts';
import type { ProfileFile } from '../ini/profile-file.ts';
import { oneLine } from '../../one-line.ts';
import type { CallHistoryStore } from './call-history-store.ts';

/** Keys `0` to `999`; then it begins anew. */
export const ringSize = 1000;

/**
 * The call history up to 3.22.3: a ring buffer in the ini's `[Calls]`, each call as
 * `number;name;type;time;duration;info`. Semicolons within a field are not escaped (facts D.7).
 */
export class IniCallHistory implements CallHistoryStore {
  readonly #ini: ProfileFile;
  readonly #keys = new Map<string, number>();

  constructor(ini: ProfileFile) {
    this.#ini = ini;
  }

  insert(row: HistoryRow): void {
    this.#ini.change((ini) => {
      const last = ini.get('Settings', 'callsLastKey') ?? '';
      const key = /^\d{1,3}$/u.test(last) ? (Number(last) + 1) % ringSize : 0;
      this.#keys.set(row.callId, key);
      ini.set('Calls', String(key), textOf(row));
      ini.set('Settings', 'callsLastKey', String(key));
    });
  }

  update(row: HistoryRow): void {
    const key = this.#keys.get(row.callId);
    if (key === undefined) return;
    this.#ini.change((ini) => {
      ini.set('Calls', String(key), textOf(row));
    });
  }

  close(): void {
    this.#keys.clear();
  }
}

function textOf({ number, name, type, time, duration, info }: HistoryRow): string {
  return oneLine([number, name, type, time, duration, info].join(';'));
}
