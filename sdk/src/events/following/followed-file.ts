import type { FileHandle } from 'node:fs/promises';

/** So many bytes before the position are read again every time, to notice that they are others now. */
const overlapLength = 64;

const chunkLength = 256 * 1024;

/** What a file is, whatever its name; a name given to a new file leads to another identity. */
export interface FileIdentity {
  readonly device: bigint;
  readonly inode: bigint;
}

/** Whether two identities are the same file. */
export function isSameFile(one: FileIdentity, other: FileIdentity): boolean {
  return one.device === other.device && one.inode === other.inode;
}

/** What can be read at any place. */
export interface RandomAccess {
  /** Bytes from a place on; fewer at the end. */
  read(position: number, length: number): Promise<Buffer>;
}

/** Where reading was interrupted, and the bytes before it. */
interface Place {
  readonly position: number;
  readonly before: Buffer;
}

/** One content that the followed path has or had: a new file is another one, and so is a file rewritten from its beginning. */
export class FollowedFile implements RandomAccess {
  readonly identity: FileIdentity;
  /** Bytes it had when it was opened. */
  readonly sizeAtOpening: number;
  /** When it was last written before it was opened, in milliseconds since 1970. */
  readonly modifiedAtOpening: number;
  readonly #handle: FileHandle;
  #place: Place = { position: 0, before: Buffer.alloc(0) };
  #closed = false;

  private constructor(handle: FileHandle, identity: FileIdentity, size: number, modified: number) {
    this.#handle = handle;
    this.identity = identity;
    this.sizeAtOpening = size;
    this.modifiedAtOpening = modified;
  }

  /** Takes over an open file, and closes it when it cannot be. */
  static async of(handle: FileHandle): Promise<FollowedFile> {
    try {
      const { dev, ino, size, mtimeMs } = await handle.stat({ bigint: true });
      return new FollowedFile(handle, { device: dev, inode: ino }, Number(size), Number(mtimeMs));
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** How far it was read. */
  get position(): number {
    return this.#place.position;
  }

  /** Whether it can be read no more. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Begins at a position instead of the beginning. */
  async startAt(position: number): Promise<void> {
    const overlap = Math.min(position, overlapLength);
    const before = await this.read(position - overlap, overlap);
    this.#place = { position: position - overlap + before.length, before };
  }

  /** Goes on where a file of the same identity was left, if its content up to there is still the same. */
  async resume(left: FollowedFile): Promise<boolean> {
    const { position, before } = left.#place;
    const now = await this.read(position - before.length, before.length);
    if (!now.equals(before)) return false;
    this.#place = left.#place;
    return true;
  }

  async read(position: number, length: number): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await this.#handle.read(buffer, filled, length - filled, position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  }

  /** The next bytes; nothing at the end; `rewritten` when what was read before is no longer there. */
  async next(buffer: Buffer): Promise<Buffer | 'rewritten' | undefined> {
    const { position, before } = this.#place;
    const { bytesRead } = await this.#handle.read(buffer, 0, buffer.length, position - before.length);
    if (bytesRead < before.length || !before.equals(buffer.subarray(0, before.length))) return 'rewritten';
    if (bytesRead === before.length) return undefined;
    const bytes = Buffer.from(buffer.subarray(before.length, bytesRead));
    this.#place = {
      position: position + bytes.length,
      before: Buffer.from(buffer.subarray(Math.max(0, bytesRead - overlapLength), bytesRead)),
    };
    return bytes;
  }

  /** The same open file as another content, from its beginning; this one is over. */
  async rewritten(): Promise<FollowedFile> {
    const rewritten = await FollowedFile.of(this.#handle);
    this.#closed = true;
    return rewritten;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#handle.close();
  }
}

/** A buffer for {@link FollowedFile.next}; one does for any number of files read in turn. */
export function readingBuffer(): Buffer {
  return Buffer.allocUnsafe(overlapLength + chunkLength);
}
