import type { PhoneProcess } from './phone-process.ts';

/** Sorts by start; processes whose start is not known come last. */
export function oldestFirst(processes: readonly PhoneProcess[]): readonly PhoneProcess[] {
  const startOf = ({ startedAt }: PhoneProcess): number => startedAt ?? Number.MAX_SAFE_INTEGER;
  return processes.toSorted((left, right) => startOf(left) - startOf(right));
}
