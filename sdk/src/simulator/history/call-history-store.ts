import type { HistoryRow } from '../../phone-model/phone-effect.ts';

/** Where a version of MicroSIP keeps its calls (facts F.1). */
export interface CallHistoryStore {
  insert(row: HistoryRow): void;
  update(row: HistoryRow): void;
  close(): void;
}
