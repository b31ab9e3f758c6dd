import type koffi from 'koffi';

/** What calls functions of Windows that Node.js has no way to call. */
export type Koffi = typeof koffi;

let loading: Promise<Koffi | undefined> | undefined;

/** Loads koffi, once. Nothing off Windows, and where this optional dependency is missing or does not run. */
export function loadKoffi(): Promise<Koffi | undefined> {
  return (loading ??= load());
}

async function load(): Promise<Koffi | undefined> {
  if (process.platform !== 'win32') return undefined;
  try {
    return (await import('koffi')).default;
  } catch {
    // Its binary part may have been left out when it was installed, or may not be made for this machine.
    return undefined;
  }
}
