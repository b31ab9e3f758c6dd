import type { IniDocument } from '../../settings/ini-document.ts';
import { profileValue } from '../../settings/profile-value.ts';
import { recordOf, type CallRecord } from '../call-record.ts';
import { callOfLine } from './call-line.ts';

/** Keys `0` to `999`; then it begins anew. */
const ringSize = 1000;

/** The calls in the ring buffer of an ini, newest first; deleted and unreadable ones are left out (facts D.7). */
export function callsOfIni(ini: IniDocument): readonly CallRecord[] {
  const newest = slotOf(ini.get('Settings', 'callsLastKey') ?? '') ?? ringSize - 1;
  const slots = new Map<number, string>();
  for (const { key, text } of ini.entries('Calls')) {
    const slot = slotOf(key);
    // Of two keys of one name the first one counts.
    if (slot !== undefined && !slots.has(slot)) slots.set(slot, profileValue(text, Infinity));
  }
  const age = (slot: number): number => (newest - slot + ringSize) % ringSize;
  return [...slots]
    .sort(([left], [right]) => age(left) - age(right))
    .map(([slot, text]) => recordInSlot(slot, text))
    .filter((record) => record !== undefined);
}

function recordInSlot(slot: number, text: string): CallRecord | undefined {
  const line = callOfLine(text);
  // A slot is used again after a thousand calls.
  return line && recordOf({ ...line, id: `ini-${slot}-${line.time}`, source: 'ini' });
}

function slotOf(key: string): number | undefined {
  return /^\d{1,3}$/u.test(key) ? Number(key) : undefined;
}
