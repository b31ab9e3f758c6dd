import type { Koffi } from './koffi.ts';

/** Asks Windows for the short names of files (8.3), such as `C:\PROGRA~1\nodejs`. */
export function shortPaths(koffi: Koffi): (path: string) => string | undefined {
  const getShortPathName: (path: string, short: Uint16Array | null, length: number) => number = koffi
    .load('kernel32.dll')
    .func('uint32 __stdcall GetShortPathNameW(str16 path, _Out_ uint16 *short, uint32 length)');
  return (path) => {
    const size = getShortPathName(path, null, 0);
    if (size === 0) return undefined;
    const short = new Uint16Array(size);
    const length = getShortPathName(path, short, size);
    // Nothing where the file went in between, or its names grew.
    if (length === 0 || length >= size) return undefined;
    return Buffer.from(short.buffer, 0, 2 * length).toString('utf16le');
  };
}
