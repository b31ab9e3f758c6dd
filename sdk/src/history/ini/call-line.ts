import type { StoredCall } from '../call-record.ts';

/** A call as a value of the ini's `[Calls]` says it (facts D.7). */
export type CallLine = Pick<StoredCall, 'number' | 'name' | 'type' | 'time' | 'duration' | 'info'>;

/** `type;time;duration`, between the texts; also within what looks like another one. A time has at least nine digits since 1973. */
const middle = /;(?=(?<numbers>(?<type>\d);(?<time>\d{9,12});(?<duration>\d{1,9}))(?:;|$))/gu;

/** An address with its parameters, as far as a name is left behind them. */
const addressAndName = /^([^;]*@[^;]*(?:;[\w.!%*+`'~-]+=[^;]*)*);(.*)$/su;

/**
 * Reads `number;name;type;time;duration;info`. A semicolon within a field is not escaped, so the three numbers tell
 * where the texts end. The last such three count: whoever calls chooses their name, but not how the call ended.
 *
 * @returns nothing for `null`, which stands for a deleted call, and for what is no call
 * @example
 * ```ts
 * callOfLine('101;Ada; Countess;1;1700000000;42;Call Ended')?.name; // 'Ada; Countess'
 * ```
 */
export function callOfLine(text: string): CallLine | undefined {
  const found = [...text.matchAll(middle)].at(-1);
  if (found?.groups === undefined) return undefined;
  const { numbers = '', type, time, duration } = found.groups;
  const parties = text.slice(0, found.index);
  const { number, name } = numberAndName(parties);
  return {
    number,
    name,
    type: Number(type),
    time: Number(time),
    duration: Number(duration),
    info: text.slice(found.index + numbers.length + 2),
  };
}

function numberAndName(text: string): Pick<CallLine, 'number' | 'name'> {
  const [, address, addressName] = addressAndName.exec(text) ?? [];
  if (address !== undefined && addressName !== undefined) return { number: address, name: addressName };
  const semicolon = text.indexOf(';');
  return semicolon < 0
    ? { number: text, name: '' }
    : { number: text.slice(0, semicolon), name: text.slice(semicolon + 1) };
}
