import { MicroSipError } from '../../microsip-error.ts';
import type { RegistryKey, RegistryPath, WindowsRegistry } from '../registry/windows-registry.ts';

/** What reading a key came to. */
export interface ReadKey {
  /** Nothing where there is no such key. */
  readonly key?: RegistryKey;
  /** Why it could not be read. */
  readonly remark?: string;
}

/** Reads a key of the registry for somebody who can do without it. */
export async function readRegistryKey(
  registry: WindowsRegistry,
  path: RegistryPath,
  signal: AbortSignal,
): Promise<ReadKey> {
  try {
    const key = await registry.read(path, signal);
    return key === undefined ? {} : { key };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof MicroSipError) return { remark: error.message };
    throw error;
  }
}
