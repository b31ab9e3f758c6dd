import { loadKoffi } from '../../../sdk/src/installation/windows-native/koffi.ts';

/** What others may do with a file that is open, as `CreateFile` is told. */
export const share = { nothing: 0, reading: 1, readingAndWriting: 3 } as const;

/** A file that a program has open as MicroSIP or another Windows program may have it, which Node.js never does. */
export interface OpenFile extends Disposable {
  write(text: string): void;
}

const genericWrite = 0x4000_0000;
const openAlways = 4;
const fileEnd = 2;

/** Opens a file for writing at its end. */
export async function openForWriting(path: string, shared: number): Promise<OpenFile> {
  const koffi = await loadKoffi();
  if (koffi === undefined) throw new Error('These tests open files through koffi');
  const kernel32 = koffi.load('kernel32.dll');
  const createFile: (...parameters: readonly unknown[]) => number = kernel32.func(
    'intptr __stdcall CreateFileW(str16 path, uint32 access, uint32 share, void *security, uint32 creation, uint32 flags, void *template)',
  );
  const writeFile: (...parameters: readonly unknown[]) => number = kernel32.func(
    'int32 __stdcall WriteFile(intptr file, const uint8 *bytes, uint32 length, _Out_ uint32 *written, void *overlapped)',
  );
  const setPosition: (...parameters: readonly unknown[]) => number = kernel32.func(
    'uint32 __stdcall SetFilePointer(intptr file, int32 distance, void *high, uint32 from)',
  );
  const closeHandle: (file: number) => number = kernel32.func('int32 __stdcall CloseHandle(intptr file)');
  const file = createFile(path, genericWrite, shared, null, openAlways, 0, null);
  if (file === -1) throw new Error(`Windows did not open ${path}`);
  setPosition(file, 0, null, fileEnd);
  return {
    write: (text) => {
      const bytes = Buffer.from(text);
      if (writeFile(file, bytes, bytes.length, [0], null) === 0) throw new Error(`${path} was not written`);
    },
    [Symbol.dispose]: () => {
      closeHandle(file);
    },
  };
}
