/** What a Windows program's file is to say about itself. */
export interface ProgramImageOptions {
  /** Four numbers at most, such as `3.22.16`. */
  readonly version: string;
  readonly productName: string;
}

/** The smallest file that Windows takes for a 32-bit program with a version resource; it cannot run. */
export function programImage({ version, productName }: ProgramImageOptions): Buffer {
  const resources = resourceSection(versionResource(version, productName));
  const headers = Buffer.alloc(sectionOffset);
  headers.write('MZ', 0, 'latin1');
  headers.writeUInt32LE(headersOffset, 0x3c);
  headers.write('PE\0\0', headersOffset, 'latin1');
  headers.writeUInt16LE(intel386, headersOffset + 4);
  headers.writeUInt16LE(1, headersOffset + 6);
  headers.writeUInt16LE(optionalHeaderLength, headersOffset + 20);

  const optionalHeader = headersOffset + 24;
  headers.writeUInt16LE(0x10b, optionalHeader);
  headers.writeUInt32LE(directories, optionalHeader + 92);
  headers.writeUInt32LE(sectionAddress, optionalHeader + 96 + resourceDirectory * 8);
  headers.writeUInt32LE(resources.length, optionalHeader + 100 + resourceDirectory * 8);

  const section = optionalHeader + optionalHeaderLength;
  headers.write('.rsrc', section, 'latin1');
  headers.writeUInt32LE(sectionAddress, section + 12);
  headers.writeUInt32LE(resources.length, section + 16);
  headers.writeUInt32LE(sectionOffset, section + 20);
  return Buffer.concat([headers, resources]);
}

const headersOffset = 0x40;
const intel386 = 0x014c;
const directories = 16;
const resourceDirectory = 2;
const optionalHeaderLength = 96 + directories * 8;
const sectionOffset = 0x200;
const sectionAddress = 0x1000;

const versionType = 16;
const americanEnglish = 0x0409;

/** Type, name and language are a directory each, with one entry that leads to the next. */
function resourceSection(data: Buffer): Buffer {
  const levels = [versionType, 1, americanEnglish].map((id, level, ids) => {
    const directory = Buffer.alloc(24);
    directory.writeUInt16LE(1, 14);
    directory.writeUInt32LE(id, 16);
    const isLast = level === ids.length - 1;
    directory.writeUInt32LE((level + 1) * 24 + (isLast ? 0 : 0x8000_0000), 20);
    return directory;
  });
  const place = Buffer.alloc(16);
  place.writeUInt32LE(sectionAddress + levels.length * 24 + place.length, 0);
  place.writeUInt32LE(data.length, 4);
  return Buffer.concat([...levels, place, data]);
}

function versionResource(version: string, productName: string): Buffer {
  const [major = 0, minor = 0, patch = 0, build = 0] = version.split('.').map(Number);
  const fixedInfo = Buffer.alloc(52);
  fixedInfo.writeUInt32LE(0xfeef_04bd, 0);
  [minor, major, build, patch].forEach((number, index) => fixedInfo.writeUInt16LE(number, 8 + index * 2));
  const text = Buffer.from(`${productName}\0`, 'utf16le');
  return block('VS_VERSION_INFO', fixedInfo, fixedInfo.length, [
    block('StringFileInfo', nothing, 0, [
      block('040904b0', nothing, 0, [block('ProductName', text, text.length / 2)]),
    ]),
  ]);
}

const nothing = Buffer.alloc(0);

/** A block of a version resource: its lengths, its name, its value and the blocks in it, each at a multiple of four. */
function block(name: string, value: Buffer, valueLength: number, children: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(6);
  const named = padded(Buffer.concat([header, Buffer.from(`${name}\0`, 'utf16le')]));
  const whole = Buffer.concat([named, ...[value, ...children].map(padded)]);
  whole.writeUInt16LE(whole.length, 0);
  whole.writeUInt16LE(valueLength, 2);
  return whole;
}

function padded(part: Buffer): Buffer {
  return Buffer.concat([part, Buffer.alloc((4 - (part.length % 4)) % 4)]);
}
