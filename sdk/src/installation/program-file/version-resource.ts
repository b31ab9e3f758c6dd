import { isVersion } from '../../catalogue/version.ts';
import type { ProgramFile } from './program-file.ts';

/** A block of a version resource: a name, a value, and blocks below it (Windows' `VS_VERSIONINFO`). */
interface VersionBlock {
  readonly name: string;
  readonly value: DataView;
  /** Where the blocks below it begin and end. */
  readonly childrenStart: number;
  readonly end: number;
}

/** `VS_FIXEDFILEINFO.dwSignature`. */
const fixedInfoSignature = 0xfeef_04bd;
const fixedInfoLength = 52;
const blockHeaderLength = 6;

/** What a version resource says; what of it is damaged is left out. */
export function parseVersionResource(resource: DataView): Pick<ProgramFile, 'version' | 'productName'> {
  const root = readBlock(resource, 0, resource.byteLength, 1);
  if (root?.name !== 'VS_VERSION_INFO') return {};
  const version = fileVersion(root.value);
  const productName = textNamed(resource, root, 'ProductName');
  return {
    ...(version !== undefined && { version }),
    ...(productName !== undefined && { productName }),
  };
}

function fileVersion(fixedInfo: DataView): string | undefined {
  if (fixedInfo.byteLength < fixedInfoLength || fixedInfo.getUint32(0, true) !== fixedInfoSignature) {
    return undefined;
  }
  // Two 32-bit numbers, the higher part of each in its higher half.
  const numbers = [10, 8, 14, 12].map((offset) => fixedInfo.getUint16(offset, true));
  if (numbers.every((number) => number === 0)) return undefined;
  const version = (numbers.at(-1) === 0 ? numbers.slice(0, -1) : numbers).join('.');
  return isVersion(version) ? version : undefined;
}

/** The first text of a name that is not empty, in whichever language comes first. */
function textNamed(resource: DataView, root: VersionBlock, name: string): string | undefined {
  for (const information of childrenOf(resource, root, 1)) {
    if (information.name !== 'StringFileInfo') continue;
    for (const language of childrenOf(resource, information, 1)) {
      for (const entry of childrenOf(resource, language, 2)) {
        const text = textUpToNul(entry.value, 0);
        if (entry.name === name && text !== '') return text;
      }
    }
  }
  return undefined;
}

function* childrenOf(resource: DataView, parent: VersionBlock, valueUnit: 1 | 2): Generator<VersionBlock> {
  let at = parent.childrenStart;
  for (;;) {
    const child = readBlock(resource, at, parent.end, valueUnit);
    if (child === undefined) return;
    yield child;
    at = aligned(child.end);
  }
}

/**
 * @param valueUnit - how many bytes the length of the value counts in: characters, for texts
 */
function readBlock(
  resource: DataView,
  start: number,
  limit: number,
  valueUnit: 1 | 2,
): VersionBlock | undefined {
  if (start + blockHeaderLength > limit) return undefined;
  const end = start + resource.getUint16(start, true);
  if (end > limit || end < start + blockHeaderLength) return undefined;
  const name = textUpToNul(resource, start + blockHeaderLength, end);
  const valueStart = aligned(start + blockHeaderLength + (name.length + 1) * 2);
  const valueLength = resource.getUint16(start + 2, true) * valueUnit;
  const valueEnd = Math.min(valueStart + valueLength, end);
  const value = new DataView(
    resource.buffer,
    resource.byteOffset + Math.min(valueStart, end),
    Math.max(0, valueEnd - valueStart),
  );
  return { name, value, childrenStart: aligned(valueEnd), end };
}

function textUpToNul(bytes: DataView, start: number, end: number = bytes.byteLength): string {
  let text = '';
  for (let at = start; at + 2 <= end; at += 2) {
    const unit = bytes.getUint16(at, true);
    if (unit === 0) break;
    text += String.fromCharCode(unit);
  }
  return text;
}

/** Blocks and values begin at multiples of four. */
function aligned(offset: number): number {
  return (offset + 3) & ~3;
}
