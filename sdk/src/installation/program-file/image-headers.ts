import type { ByteSource } from './byte-source.ts';
import type { ProgramArchitecture } from './program-file.ts';

/** A part of a program file, and where Windows puts it in memory. */
export interface ImageSection {
  readonly address: number;
  readonly offset: number;
  readonly length: number;
}

/** What of a program's headers leads to its resources (PE format, "COFF File Header" and "Optional Header"). */
export interface ImageHeaders {
  readonly architecture: ProgramArchitecture;
  /** Where the resources are in memory; 0 when it has none. */
  readonly resourcesAddress: number;
  readonly sections: readonly ImageSection[];
}

const dosHeaderLength = 0x40;
const dosSignature = 0x5a4d;
const imageSignature = 0x4550;
const fileHeaderLength = 24;
const sectionLength = 40;

/** Windows loads no program with more sections. */
const mostSections = 96;

const architectures: ReadonlyMap<number, ProgramArchitecture> = new Map([
  [0x014c, 'x86'],
  [0x8664, 'x64'],
  [0xaa64, 'arm64'],
]);

/** Where the directories of an optional header begin, by its magic number: PE32 and PE32+. */
const directoriesOffsets: ReadonlyMap<number, number> = new Map([
  [0x10b, 96],
  [0x20b, 112],
]);

/** Exports, imports, resources. */
const resourceDirectory = 2;

/** Reads the headers of a program file; nothing for any other file. */
export async function readImageHeaders(source: ByteSource): Promise<ImageHeaders | undefined> {
  const dosHeader = await source.read(0, dosHeaderLength);
  if (dosHeader?.getUint16(0, true) !== dosSignature) return undefined;
  const start = dosHeader.getUint32(0x3c, true);

  const fileHeader = await source.read(start, fileHeaderLength);
  if (fileHeader?.getUint32(0, true) !== imageSignature) return undefined;
  const architecture = architectures.get(fileHeader.getUint16(4, true));
  if (architecture === undefined) return undefined;

  const optionalHeaderLength = fileHeader.getUint16(20, true);
  const optionalHeader = await source.read(start + fileHeaderLength, optionalHeaderLength);
  const resourcesAddress = optionalHeader === undefined ? 0 : resourcesAddressOf(optionalHeader);
  const sections = await readSections(
    source,
    start + fileHeaderLength + optionalHeaderLength,
    Math.min(fileHeader.getUint16(6, true), mostSections),
  );
  return { architecture, resourcesAddress, sections };
}

/** Where bytes of the program in memory are in its file; nothing when they do not come out of one section of it. */
export function offsetOf({ sections }: ImageHeaders, address: number): number | undefined {
  const section = sections.find(
    (candidate) => address >= candidate.address && address < candidate.address + candidate.length,
  );
  return section === undefined ? undefined : section.offset + (address - section.address);
}

function resourcesAddressOf(optionalHeader: DataView): number {
  if (optionalHeader.byteLength < 2) return 0;
  const directories = directoriesOffsets.get(optionalHeader.getUint16(0, true));
  if (directories === undefined) return 0;
  const place = directories + resourceDirectory * 8;
  if (optionalHeader.byteLength < place + 8) return 0;
  // The number of directories stands right before them.
  return optionalHeader.getUint32(directories - 4, true) > resourceDirectory
    ? optionalHeader.getUint32(place, true)
    : 0;
}

async function readSections(
  source: ByteSource,
  offset: number,
  count: number,
): Promise<readonly ImageSection[]> {
  const table = await source.read(offset, count * sectionLength);
  if (table === undefined) return [];
  return Array.from({ length: count }, (_section, index) => {
    const at = index * sectionLength;
    return {
      address: table.getUint32(at + 12, true),
      length: table.getUint32(at + 16, true),
      offset: table.getUint32(at + 20, true),
    };
  });
}
