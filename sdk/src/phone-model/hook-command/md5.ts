/** The sines of 1 … 64, as whole numbers of 32 bits (RFC 1321, section 3.4). */
const sines = Array.from(
  { length: 64 },
  (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0,
);

/** By how much each of the four rounds turns, step by step. */
const turns = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const;

type Digest = readonly [number, number, number, number];

const beginning: Digest = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];

/** The MD5 of a text's UTF-8, in lower-case hexadecimal; the phone model runs where no library can be had. */
export function md5(text: string): string {
  const words = paddedWords(new TextEncoder().encode(text));
  let digest = beginning;
  for (let block = 0; block < words.length; block += 16) digest = digestBlock(digest, words.subarray(block));
  return digest.map(toHexadecimal).join('');
}

/** Lowest byte first. */
function toHexadecimal(word: number): string {
  return [0, 8, 16, 24].map((shift) => ((word >>> shift) & 0xff).toString(16).padStart(2, '0')).join('');
}

function paddedWords(bytes: Uint8Array): Int32Array {
  const padded = new Uint8Array(((bytes.length + 8) >> 6) * 64 + 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, bytes.length * 8, true);
  view.setUint32(padded.length - 4, Math.floor(bytes.length / 2 ** 29), true);
  return Int32Array.from({ length: padded.length / 4 }, (_, index) => view.getInt32(index * 4, true));
}

function digestBlock(before: Digest, words: Int32Array): Digest {
  let [a, b, c, d] = before;
  for (let step = 0; step < 64; step++) {
    const round = step >> 4;
    const { mixed, word } = stepOf(round, step, b, c, d);
    const sum = (a + mixed + (sines[step] ?? 0) + (words[word] ?? 0)) | 0;
    const turn = turns[round]?.[step & 3] ?? 0;
    [a, b, c, d] = [d, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0, b, c];
  }
  return [(before[0] + a) | 0, (before[1] + b) | 0, (before[2] + c) | 0, (before[3] + d) | 0];
}

function stepOf(
  round: number,
  step: number,
  b: number,
  c: number,
  d: number,
): { readonly mixed: number; readonly word: number } {
  switch (round) {
    case 0:
      return { mixed: (b & c) | (~b & d), word: step };
    case 1:
      return { mixed: (d & b) | (~d & c), word: (5 * step + 1) & 15 };
    case 2:
      return { mixed: b ^ c ^ d, word: (3 * step + 5) & 15 };
    default:
      return { mixed: c ^ (b | ~d), word: (7 * step) & 15 };
  }
}
