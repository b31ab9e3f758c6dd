/**
 * A Call-ID in the form PJSIP's have, from a seed and the number of the call: the same run has the same ids, two runs
 * have different ones.
 */
export function callIdFrom(seed: number, ordinal: number): string {
  const words = [1, 2, 3, 4].map((word) => scramble(scramble(scramble(seed) ^ ordinal) + word));
  return words.map((word) => word.toString(16).padStart(8, '0')).join('');
}

/** Spreads the bits of a 32-bit number (the finishing step of MurmurHash3). */
function scramble(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
