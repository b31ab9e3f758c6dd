/** The two parts of the registry that concern MicroSIP: the user's own, and everybody's on this machine. */
export type RegistryRoot = 'HKCU' | 'HKLM';

/**
 * As whom one looks, in bits. Windows shows 32-bit programs, of which MicroSIP is one, another
 * `HKLM\Software` than 64-bit ones.
 */
export type RegistryView = 32 | 64;

/** Where a key of the registry lies. */
export interface RegistryPath {
  readonly root: RegistryRoot;
  /** Below the root, with backslashes between and none around: `Software\MicroSIP`. */
  readonly path: string;
  /** Default: 32, as MicroSIP looks. */
  readonly view?: RegistryView;
}

/** What a value of the registry holds. */
export type RegistryValue =
  | { readonly type: 'string'; readonly text: string }
  /** With names of environment variables in it, such as `%APPDATA%`. */
  | { readonly type: 'expandable-string'; readonly text: string }
  | { readonly type: 'number'; readonly number: number }
  /** Any other type, by its number in Windows, as it is. */
  | { readonly type: 'binary'; readonly kind: number; readonly bytes: Uint8Array };

/** A key with all that lies below it. Names keep their case; look-ups have to ignore it. */
export interface RegistryKey {
  /** The default value has the name `''`. */
  readonly values: ReadonlyMap<string, RegistryValue>;
  readonly keys: ReadonlyMap<string, RegistryKey>;
}

/** One change of the registry. Keys on the way to a value are made. */
export type RegistryEdit =
  | {
      readonly edit: 'set';
      readonly key: RegistryPath;
      readonly name: string;
      readonly value: RegistryValue;
    }
  | { readonly edit: 'remove-value'; readonly key: RegistryPath; readonly name: string }
  /** The key with all that lies below it; one that is not there is no error. */
  | { readonly edit: 'remove-key'; readonly key: RegistryPath }
  /** The key when nothing lies in it at that moment; else it stays, which is no error. */
  | { readonly edit: 'remove-empty-key'; readonly key: RegistryPath };

/** The registry of one Windows, however it is reached. */
export interface WindowsRegistry {
  /** A key with all that lies below it; nothing when there is none. */
  read(key: RegistryPath, signal: AbortSignal): Promise<RegistryKey | undefined>;
  /**
   * Makes changes, in their order.
   *
   * @throws MicroSipError `ACCESS_DENIED` when Windows does not allow it
   */
  change(edits: readonly RegistryEdit[], signal: AbortSignal): Promise<void>;
}
