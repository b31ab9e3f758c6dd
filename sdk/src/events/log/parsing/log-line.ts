const zero = 0x30;
const colon = 0x3a;
const dot = 0x2e;
const blank = 0x20;
const exclamationMark = 0x21;

/** Length of `HH:MM:SS.mmm` and a blank, with which every line of PJSIP's log begins. */
export const timeWidth = 13;

function digitAt(bytes: Uint8Array, position: number): number {
  return (bytes[position] ?? 0) - zero;
}

function twoDigitsAt(bytes: Uint8Array, position: number, limit: number): number {
  const tens = digitAt(bytes, position);
  const ones = digitAt(bytes, position + 1);
  if (tens < 0 || tens > 9 || ones < 0 || ones > 9) return -1;
  const value = tens * 10 + ones;
  return value < limit ? value : -1;
}

/**
 * The time with which a line of the log begins, in milliseconds since midnight.
 *
 * @returns -1 where no line of the log begins
 */
export function timeAt(bytes: Uint8Array, position: number): number {
  // The cheapest checks first: every line of a log of 200 MB comes by.
  if (bytes[position + 2] !== colon || bytes[position + 5] !== colon || bytes[position + 8] !== dot)
    return -1;
  const hours = twoDigitsAt(bytes, position, 24);
  const minutes = twoDigitsAt(bytes, position + 3, 60);
  // A leap second.
  const seconds = twoDigitsAt(bytes, position + 6, 61);
  const hundredths = twoDigitsAt(bytes, position + 9, 100);
  const thousandths = digitAt(bytes, position + 11);
  if (hours < 0 || minutes < 0 || seconds < 0 || hundredths < 0 || thousandths < 0 || thousandths > 9)
    return -1;
  if (bytes[position + timeWidth - 1] !== blank) return -1;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + hundredths * 10 + thousandths;
}

/** Where the name of the module that wrote a line begins: it is aligned to the right. */
export function senderStart(bytes: Uint8Array, line: number, end: number): number {
  let position = line + timeWidth;
  while (position < end && bytes[position] === blank) position++;
  return position;
}

/** The module that wrote a line, and what it wrote, without thread mark and nesting dots. */
export interface LogLine {
  readonly sender: string;
  readonly text: string;
}

/** Takes a line apart, from its sender on. */
export function readLine(bytes: Buffer, sender: number, end: number): LogLine {
  const found = bytes.indexOf(blank, sender);
  const senderEnd = found < 0 || found > end ? end : found;
  const text = textStart(bytes, senderEnd, end);
  return { sender: bytes.toString('latin1', sender, senderEnd), text: bytes.toString('utf8', text, end) };
}

/** Where the text of a line begins: behind the sender, the mark of a change of threads and the nesting dots. */
export function textStart(bytes: Uint8Array, senderEnd: number, end: number): number {
  let text = senderEnd;
  while (text < end && (bytes[text] === blank || bytes[text] === exclamationMark)) text++;
  while (text < end && bytes[text] === dot) text++;
  return text;
}
