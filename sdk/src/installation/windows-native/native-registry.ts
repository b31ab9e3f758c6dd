import type { WindowsRegistry } from '../registry/windows-registry.ts';
import type { Koffi } from './koffi.ts';

/** Founder R replaces this file. */
export function nativeRegistry(_koffi: Koffi): WindowsRegistry {
  return {
    read: () => Promise.reject(new Error('not there yet')),
    change: () => Promise.reject(new Error('not there yet')),
  };
}
