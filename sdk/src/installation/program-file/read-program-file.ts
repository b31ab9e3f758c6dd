import { open, type FileHandle } from 'node:fs/promises';

import type { ByteSource } from './byte-source.ts';
import { parseProgramFile } from './parse-program-file.ts';
import type { ProgramFile } from './program-file.ts';

/**
 * Reads what a Windows program says about itself, on any platform: a few hundred bytes of its headers and resources.
 *
 * @returns nothing when there is no such file, it cannot be read, or it is no program for Windows
 */
export async function readProgramFile(path: string): Promise<ProgramFile | undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    return await parseProgramFile(bytesOfFile(file));
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  } finally {
    await file?.close();
  }
}

function bytesOfFile(file: FileHandle): ByteSource {
  return {
    read: async (offset, length) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      return bytesRead === length ? new DataView(bytes.buffer) : undefined;
    },
  };
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
