import type { FileHandle } from 'node:fs/promises';

/** Large enough that a log is read as fast as the disk gives it. */
const chunkLength = 256 * 1024;

/** The first bytes of a file, from its beginning; less when the file is shorter by now, or the signal is aborted. */
export async function* firstBytes(
  file: FileHandle,
  size: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  const chunk = new Uint8Array(chunkLength);
  for (let position = 0; position < size && !signal.aborted;) {
    const length = Math.min(chunkLength, size - position);
    const { bytesRead } = await file.read(chunk, 0, length, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}
