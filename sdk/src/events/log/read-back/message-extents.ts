/**
 * A message is printed as it came, line breaks included, so what stands in it may look like any line of the log. What
 * announces one says how many bytes it has: `RX 326 bytes Response msg …:`, `Error processing 300 bytes packet …:`.
 */
const announced = Buffer.from('bytes ');

/** Messages are shorter: PJSIP takes packets of 4,000 bytes, unless it was built otherwise. */
export const messageReach = 64 * 1024;

const longestCount = 6;
const zero = 0x30;
const nine = 0x39;
const lineFeed = 0x0a;

/** Where in a part of a log messages are printed. Announcements inside of messages count as well. */
export class MessageExtents {
  readonly #text: Buffer;
  #starts: number[] | undefined;
  /** Where the messages that begin up to here end at the latest. */
  readonly #ends: number[] = [];

  constructor(text: Buffer) {
    this.#text = text;
  }

  /**
   * Whether a place stands inside a message. In doubt it does.
   *
   * @param position - a place that lies {@link messageReach} behind the beginning of the part, if that is not the log's
   */
  cover(position: number): boolean {
    this.#starts ??= this.#find();
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low > 0 && position < (this.#ends[low - 1] ?? 0);
  }

  #find(): number[] {
    const text = this.#text;
    const starts: number[] = [];
    let end = 0;
    for (let at = text.indexOf(announced); at !== -1; at = text.indexOf(announced, at + announced.length)) {
      const count = numberBefore(text, at - 1);
      if (count === 0) continue;
      const feed = text.indexOf(lineFeed, at);
      if (feed === -1) break;
      end = Math.max(end, feed + 1 + count);
      starts.push(feed + 1);
      this.#ends.push(end);
    }
    return starts;
  }
}

function numberBefore(text: Buffer, end: number): number {
  let number = 0;
  let weight = 1;
  for (let index = end - 1; index >= Math.max(0, end - longestCount); index--) {
    const digit = text[index] ?? 0;
    if (digit < zero || digit > nine) break;
    number += (digit - zero) * weight;
    weight *= 10;
  }
  return number;
}
