import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';

// Writes a file into another one in pieces of random length, with nothing between them, as a logging process does:
//   node append-in-pieces.ts SOURCE TARGET SEED LONGEST [ROTATIONS]
// With ROTATIONS it renames TARGET to TARGET.1, TARGET.2, … on its way and goes on in a new TARGET.
const [source = '', target = '', seed = '1', longest = '1', rotations = '0'] = process.argv.slice(2);

let state = Number(seed);
/** A linear congruential generator: the same pieces for the same seed. */
function random(limit: number): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

const content = readFileSync(source);
const rotationLength = Math.ceil(content.length / (Number(rotations) + 1));
let rotated = 0;
let descriptor = openSync(target, 'a');
for (let position = 0; position < content.length;) {
  const length = 1 + random(Number(longest));
  writeSync(descriptor, content, position, Math.min(length, content.length - position));
  position += length;
  if (position < content.length && position >= rotationLength * (rotated + 1)) {
    closeSync(descriptor);
    renameSync(target, `${target}.${++rotated}`);
    descriptor = openSync(target, 'a');
  }
}
closeSync(descriptor);
