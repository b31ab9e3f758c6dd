/** What a program file is to say about itself. */
export interface ProgramFileContents {
  /** `IMAGE_FILE_MACHINE_…`. Default: that of `x86`. */
  readonly machine?: number;
  /** Four numbers. Left out: no version resource. */
  readonly fileVersion?: readonly [number, number, number, number];
  readonly productName?: string;
}

const sectionAddress = 0x3000;
const sectionOffset = 0x400;

/**
 * The bytes of a program for Windows with a version resource, laid out as linkers lay them out: an icon's directory
 * comes first, and the section is in memory at another place than in the file.
 */
export function buildProgramFile({
  machine = 0x014c,
  fileVersion,
  productName,
}: ProgramFileContents): Uint8Array {
  const is64Bit = machine !== 0x014c;
  const resources =
    fileVersion === undefined ? undefined : resourceSection(versionInfo(fileVersion, productName));
  const file = Buffer.alloc(sectionOffset + (resources?.length ?? 0));

  const start = 0x80;
  file.write('MZ', 0, 'latin1');
  file.writeUInt32LE(start, 0x3c);
  file.write('PE\0\0', start, 'latin1');
  file.writeUInt16LE(machine, start + 4);
  file.writeUInt16LE(2, start + 6);
  const directories = is64Bit ? 112 : 96;
  const optionalLength = directories + 16 * 8;
  file.writeUInt16LE(optionalLength, start + 20);

  const optional = start + 24;
  file.writeUInt16LE(is64Bit ? 0x20b : 0x10b, optional);
  file.writeUInt32LE(16, optional + directories - 4);
  if (resources !== undefined) {
    file.writeUInt32LE(sectionAddress, optional + directories + 2 * 8);
    file.writeUInt32LE(resources.length, optional + directories + 2 * 8 + 4);
  }

  const sections = optional + optionalLength;
  writeSection(file, sections, '.text', { address: 0x1000, offset: 0x200, length: 0x200 });
  writeSection(file, sections + 40, '.rsrc', {
    address: sectionAddress,
    offset: sectionOffset,
    length: resources?.length ?? 0,
  });
  if (resources !== undefined) file.set(resources, sectionOffset);
  return new Uint8Array(file);
}

function writeSection(
  file: Buffer,
  at: number,
  name: string,
  place: { readonly address: number; readonly offset: number; readonly length: number },
): void {
  file.write(name, at, 'latin1');
  file.writeUInt32LE(place.length, at + 8);
  file.writeUInt32LE(place.address, at + 12);
  file.writeUInt32LE(place.length, at + 16);
  file.writeUInt32LE(place.offset, at + 20);
}

/** Types (an icon, the version) → names → languages → the place of the data. */
function resourceSection(versionResource: Uint8Array): Uint8Array {
  const directory = (...entries: readonly (readonly [id: number, place: number])[]): Buffer => {
    const bytes = Buffer.alloc(16 + entries.length * 8);
    bytes.writeUInt16LE(entries.length, 14);
    entries.forEach(([id, place], index) => {
      bytes.writeUInt32LE(id, 16 + index * 8);
      bytes.writeUInt32LE(place, 16 + index * 8 + 4);
    });
    return bytes;
  };
  const below = 0x8000_0000;
  const names = 32;
  const languages = names + 24;
  const place = languages + 24;
  const data = place + 16;
  const placeOfData = Buffer.alloc(16);
  placeOfData.writeUInt32LE(sectionAddress + data, 0);
  placeOfData.writeUInt32LE(versionResource.length, 4);
  return Buffer.concat([
    directory([3, below + names], [16, below + names]),
    directory([1, below + languages]),
    directory([0x409, place]),
    placeOfData,
    versionResource,
  ]);
}

/** `VS_VERSIONINFO`. */
function versionInfo(numbers: readonly [number, number, number, number], productName?: string): Uint8Array {
  const fixed = Buffer.alloc(52);
  fixed.writeUInt32LE(0xfeef_04bd, 0);
  [10, 8, 14, 12].forEach((at, index) => fixed.writeUInt16LE(numbers[index] ?? 0, at));
  const texts =
    productName === undefined
      ? []
      : [
          text('CompanyName', 'www.microsip.org'),
          text('ProductName', productName),
          text('FileVersion', 'not this one'),
        ];
  return block('VS_VERSION_INFO', 0, fixed.length, fixed, [
    block('VarFileInfo', 1, 0, Buffer.alloc(0), []),
    block('StringFileInfo', 1, 0, Buffer.alloc(0), [block('040904b0', 1, 0, Buffer.alloc(0), texts)]),
  ]);
}

function text(name: string, value: string): Buffer {
  return block(name, 1, value.length + 1, Buffer.from(`${value}\0`, 'utf16le'), []);
}

function block(
  name: string,
  type: number,
  valueLength: number,
  value: Buffer,
  children: readonly Buffer[],
): Buffer {
  const header = Buffer.alloc(6);
  header.writeUInt16LE(valueLength, 2);
  header.writeUInt16LE(type, 4);
  const parts = [padded(Buffer.concat([header, Buffer.from(`${name}\0`, 'utf16le')])), value];
  for (const child of children) {
    parts.push(Buffer.alloc(-Buffer.concat(parts).length & 3), child);
  }
  const bytes = Buffer.concat(parts);
  bytes.writeUInt16LE(bytes.length, 0);
  return bytes;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}
