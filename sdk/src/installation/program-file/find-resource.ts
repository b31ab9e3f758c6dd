import type { ByteSource } from './byte-source.ts';
import { offsetOf, type ImageHeaders } from './image-headers.ts';

/** Where bytes are in a file. */
export interface FilePlace {
  readonly offset: number;
  readonly length: number;
}

interface DirectoryEntry {
  readonly id: number;
  readonly isDirectory: boolean;
  /** From the beginning of the resources. */
  readonly offset: number;
}

const directoryLength = 16;
const entryLength = 8;
const dataEntryLength = 16;

/** Marks a name instead of a number, and a directory instead of data. */
const highBit = 0x8000_0000;

/**
 * Where the first resource of a type is in the file: types, names and languages are three levels of directories (PE
 * format, "The .rsrc Section").
 */
export async function findResource(
  source: ByteSource,
  headers: ImageHeaders,
  type: number,
): Promise<FilePlace | undefined> {
  if (headers.resourcesAddress === 0) return undefined;
  const start = offsetOf(headers, headers.resourcesAddress);
  if (start === undefined) return undefined;

  const names = (await readDirectory(source, start)).find(({ id }) => id === type);
  if (names?.isDirectory !== true) return undefined;
  const [languages] = await readDirectory(source, start + names.offset);
  if (languages?.isDirectory !== true) return undefined;
  const [data] = await readDirectory(source, start + languages.offset);
  if (data === undefined || data.isDirectory) return undefined;

  const place = await source.read(start + data.offset, dataEntryLength);
  const offset = place === undefined ? undefined : offsetOf(headers, place.getUint32(0, true));
  return place === undefined || offset === undefined
    ? undefined
    : { offset, length: place.getUint32(4, true) };
}

async function readDirectory(source: ByteSource, offset: number): Promise<readonly DirectoryEntry[]> {
  const directory = await source.read(offset, directoryLength);
  if (directory === undefined) return [];
  const count = directory.getUint16(12, true) + directory.getUint16(14, true);
  const table = await source.read(offset + directoryLength, count * entryLength);
  if (table === undefined) return [];
  return Array.from({ length: count }, (_entry, index) => {
    const place = table.getUint32(index * entryLength + 4, true);
    return {
      id: table.getUint32(index * entryLength, true),
      isDirectory: place >= highBit,
      offset: place % highBit,
    };
  });
}
