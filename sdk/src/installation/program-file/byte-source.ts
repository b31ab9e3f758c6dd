/** Something whose bytes are read piece by piece. */
export interface ByteSource {
  /** Bytes from a place on; nothing unless all of them are there. */
  read(offset: number, length: number): Promise<DataView | undefined>;
}

/** Bytes that are at hand. */
export function bytesAtHand(bytes: Uint8Array): ByteSource {
  return {
    read: (offset, length) =>
      Promise.resolve(
        offset + length <= bytes.length
          ? new DataView(bytes.buffer, bytes.byteOffset + offset, length)
          : undefined,
      ),
  };
}
