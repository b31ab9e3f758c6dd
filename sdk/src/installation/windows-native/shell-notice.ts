import { loadKoffi } from './koffi.ts';

/** `SHCNE_ASSOCCHANGED`. */
const associationsChanged = 0x08000000;

/** `SHCNF_IDLIST`: the shell is told, and not waited for. */
const withoutWaiting = 0;

/** Tells the shell of Windows that other programs open things than before, where it can be told: it remembers. */
export async function tellShellOfHandlers(): Promise<void> {
  const koffi = await loadKoffi();
  if (koffi === undefined) return;
  const notify: (event: number, flags: number, first: null, second: null) => void = koffi
    .load('shell32.dll')
    .func('__stdcall', 'SHChangeNotify', 'void', ['int32', 'uint32', 'void *', 'void *']);
  notify(associationsChanged, withoutWaiting, null, null);
}
