import { hookKeys, type HookKey } from '../../../catalogue/hook.ts';
import type { HookEvent } from '../hook-event.ts';

/** The form of the journal's lines; the hook program writes it into each. */
export const journalVersion = 1;

const keys: ReadonlySet<string> = new Set(hookKeys);

/**
 * Reads one line of the journal.
 *
 * @param line - without its line end
 * @returns nothing for what the hook program did not write, or not all of
 * @example
 * ```ts
 * parseJournalLine('{"v":1,"id":"m0-1-2","at":"2026-11-23T08:00:00.000Z","hook":"cmdCallEnd","caller":"101"}');
 * // { type: 'hook', id: 'm0-1-2', at: '2026-11-23T08:00:00.000Z', hook: 'cmdCallEnd', caller: '101' }
 * ```
 */
export function parseJournalLine(line: string): HookEvent | undefined {
  const found = parseObject(line);
  if (found?.['v'] !== journalVersion) return undefined;
  const { at, caller, hook, id } = found;
  if (typeof id !== 'string' || id === '' || typeof caller !== 'string') return undefined;
  if (typeof at !== 'string' || !isTime(at) || !isHookKey(hook)) return undefined;
  return { type: 'hook', at, id, hook, caller };
}

/**
 * Reads the line behind one that was cut off, by a full disk or the machine's end, and has no line end of its own. In a
 * caller this beginning cannot stand: there its quotes are escaped.
 */
export function parseBehindTornLine(line: string): HookEvent | undefined {
  const start = line.lastIndexOf(`{"v":${journalVersion},"id":"`);
  return start > 0 ? parseJournalLine(line.slice(start)) : undefined;
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u.test(text) && !Number.isNaN(Date.parse(text));
}

function isHookKey(value: unknown): value is HookKey {
  return typeof value === 'string' && keys.has(value);
}
