/** What a log consists of that one stack writes for long; see {@link longLog}. */
export interface LongLogParts {
  /** A log that is cut off while its call is up. */
  readonly beginning: Buffer;
  /** Logs that follow it, over and over, as if they were of the same stack. */
  readonly fillers: readonly Buffer[];
  readonly length: number;
  /** By how much each following log is later than the one before. */
  readonly hoursBetween?: number;
}

/**
 * A log of any length, made of genuine ones, that one stack writes without ever starting again: the calls in it come
 * and go while the first one stays up.
 */
export function longLog({ beginning, fillers, hoursBetween = 0, length }: LongLogParts): Buffer {
  const parts = [beginning];
  const sameStack = fillers.map(withoutStackLines);
  let total = beginning.length;
  for (let count = 0; total < length; count++) {
    const filler = sameStack[count % sameStack.length] ?? beginning;
    const part = hoursBetween === 0 ? filler : later(filler, (count + 1) * hoursBetween);
    parts.push(part);
    total += part.length;
  }
  return Buffer.concat(parts, total);
}

/** A genuine log up to the first line that holds a text, and that line. */
export function upTo(log: Buffer, text: string): Buffer {
  const end = log.indexOf('\n', log.indexOf(text)) + 1;
  if (end === 0) throw new Error(`There is no “${text}” in this log`);
  return log.subarray(0, end);
}

/** Addresses in memory differ, or the first call would seem to end with another one of the same address. */
function withoutStackLines(log: Buffer): Buffer {
  const text = log
    .toString('latin1')
    .replaceAll(/^[^\n]* pjsua_core\.c [^\n]*(?:PJSUA|pjsua version|Shutting down)[^\n]*\n/gmu, '')
    .replaceAll(/(?<=(?:inv|dlg|tsx|tdta|rdata)0x)[0-9a-f]/gu, 'e');
  return Buffer.from(text, 'latin1');
}

function later(log: Buffer, hours: number): Buffer {
  const shifted = log
    .toString('latin1')
    .replaceAll(/^\d\d(?=:\d\d:\d\d\.\d{3} )/gmu, (hour) =>
      String((Number(hour) + hours) % 24).padStart(2, '0'),
    );
  return Buffer.from(shifted, 'latin1');
}
