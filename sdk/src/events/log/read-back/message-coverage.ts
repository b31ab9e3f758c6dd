/**
 * A message is printed as it came, line breaks included, so what stands in it may look like any line of the log. What
 * announces one says how many bytes it has: `RX 326 bytes Response msg …:`, `Error processing 300 bytes packet …:`.
 */
const announced = Buffer.from(' bytes ');
const announcement = /(?:[TR]X|processing) (\d{1,7}) bytes (?:Re(?:quest|sponse) msg|packet from) [^\n]*\n/y;

/** The longest announcement before its number of bytes. */
const leadLength = 'processing 1234567'.length;

/**
 * Whether a place of a log stands inside a printed message. In doubt it does: announcements inside of messages count as
 * well.
 *
 * @param text - a part of the log
 * @param position - the place, in `text`
 * @param reach - how far back announcements are looked for
 */
export function isInsideMessage(text: Buffer, position: number, reach: number): boolean {
  const from = Math.max(0, position - reach);
  const before = text.subarray(from, position);
  for (let at = before.indexOf(announced); at !== -1; at = before.indexOf(announced, at + 1)) {
    const start = Math.max(0, at - leadLength);
    const line = text.toString('latin1', from + start, from + at + 512);
    const lead = /(?:[TR]X|processing) \d{1,7}$/u.exec(line.slice(0, at - start));
    if (lead === null) continue;
    announcement.lastIndex = lead.index;
    const found = announcement.exec(line);
    if (found === null) continue;
    const end = from + start + announcement.lastIndex + Number(found[1]);
    if (position < end) return true;
  }
  return false;
}
