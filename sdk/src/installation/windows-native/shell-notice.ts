import type { Koffi } from './koffi.ts';

/** `SHCNE_ASSOCCHANGED`. */
const associationsChanged = 0x08000000;

/** `SHCNF_IDLIST`: the shell is told, and not waited for. */
const withoutWaiting = 0;

/** Tells the shell of Windows that other programs open things than before. */
export function shellNotice(koffi: Koffi): () => void {
  const notify: (event: number, flags: number, first: null, second: null) => void = koffi
    .load('shell32.dll')
    .func('__stdcall', 'SHChangeNotify', 'void', ['int32', 'uint32', 'void *', 'void *']);
  return () => notify(associationsChanged, withoutWaiting, null, null);
}
