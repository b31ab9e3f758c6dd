import { foldName } from '../../registry/key-names.ts';
import type { RegistryKey, RegistryPath, WindowsRegistry } from '../../registry/windows-registry.ts';

/** What is read of the registry for one answer. */
export type RegistryReader = Pick<WindowsRegistry, 'read'>;

/** Reads each key once: without koffi, every look is a process of its own. */
export function readOnce(registry: RegistryReader): RegistryReader {
  const readings = new Map<string, Promise<RegistryKey | undefined>>();
  return {
    read: (key: RegistryPath, signal: AbortSignal) => {
      // The user has one `Software` in both views.
      const place = [key.root, key.root === 'HKCU' ? '' : key.view, foldName(key.path)].join('\\');
      const reading = readings.get(place) ?? registry.read(key, signal);
      readings.set(place, reading);
      return reading;
    },
  };
}
