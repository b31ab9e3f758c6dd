import type { Koffi } from './koffi.ts';
import type { KnownFolder } from './native-windows.ts';

/** `FOLDERID_…`, as it lies in memory: the first three groups of its usual notation have the lowest byte first. */
const folderIds: Record<KnownFolder, string> = {
  'roaming-app-data': 'db85b63ef965f64ca03ae3ef65729f3d',
  'local-app-data': '8527b3f1ba6fcf4f9d557b8e7f157091',
  desktop: '3accbfb42cdb4c42b0297fe99a87c641',
};

/** `KF_FLAG_DONT_VERIFY`: where the folder is meant to be, whether or not it is there. */
const dontVerify = 0x4000;

/** Asks Windows where folders of the user are. */
export function knownFolders(koffi: Koffi): (folder: KnownFolder) => string | undefined {
  const shell32 = koffi.load('shell32.dll');
  const free = koffi.load('ole32.dll').func('void __stdcall CoTaskMemFree(void *block)');
  const freedText = koffi.disposable(koffi.type('str16'), free);
  const getKnownFolderPath: (id: Uint8Array, flags: number, token: null, path: [string | null]) => number =
    shell32.func('__stdcall', 'SHGetKnownFolderPath', 'int32', [
      'uint8 *',
      'uint32',
      'void *',
      koffi.out(koffi.pointer(freedText)),
    ]);
  return (folder) => {
    const path: [string | null] = [null];
    const result = getKnownFolderPath(Buffer.from(folderIds[folder], 'hex'), dontVerify, null, path);
    return result === 0 ? (path[0] ?? undefined) : undefined;
  };
}
