import type { RegistryData } from '../registry/registry-data.ts';
import type { RegistryView } from '../registry/windows-registry.ts';
import type { Koffi } from './koffi.ts';

/** `HKEY`. */
export type RegistryHandle = number | bigint;

/** What is asked to be allowed with a key. */
export const keyAccess = {
  /** `KEY_READ`. */
  read: 0x2_0019,
  /** `KEY_SET_VALUE`. */
  setValue: 0x0002,
  /** `DELETE`, with all that `RegDeleteTree` needs: `KEY_READ` and `KEY_SET_VALUE`. */
  remove: 0x3_001b,
} as const;

/** The answers of Windows that are told apart. */
export const windowsError = {
  success: 0,
  fileNotFound: 2,
  pathNotFound: 3,
  accessDenied: 5,
  moreData: 234,
  keyDeleted: 1018,
} as const;

/** `KEY_WOW64_64KEY` and `KEY_WOW64_32KEY`. */
const viewFlags: Record<RegistryView, number> = { 64: 0x0100, 32: 0x0200 };

/** Names of values have up to 16,383 characters, and a NUL. */
const longestName = 16_384;

/** What was done with a key, or the answer of Windows that says why it could not be had. */
export type KeyUse<Result> =
  { readonly error: 0; readonly result: Result } | { readonly error: number; readonly result?: never };

/** A value of the registry with its name. */
export interface NamedData extends RegistryData {
  readonly name: string;
}

/**
 * The functions of `advapi32.dll` about the registry. Names and data come through buffers that are used again, because
 * one search reads thousands of them.
 */
export class RegistryFunctions {
  readonly #openKey: (
    key: RegistryHandle,
    path: string,
    options: number,
    access: number,
    opened: [RegistryHandle],
  ) => number;
  readonly #createKey: (
    key: RegistryHandle,
    path: string,
    reserved: number,
    className: null,
    options: number,
    access: number,
    security: null,
    created: [RegistryHandle],
    disposition: null,
  ) => number;
  readonly #enumKey: (
    key: RegistryHandle,
    index: number,
    name: Uint8Array,
    length: Uint32Array,
    reserved: null,
    className: null,
    classLength: null,
    lastWrite: null,
  ) => number;
  readonly #enumValue: (
    key: RegistryHandle,
    index: number,
    name: Uint8Array,
    length: Uint32Array,
    reserved: null,
    kind: Uint32Array,
    data: Uint8Array,
    size: Uint32Array,
  ) => number;
  readonly #setValue: (
    key: RegistryHandle,
    name: string,
    reserved: number,
    kind: number,
    data: Uint8Array,
    size: number,
  ) => number;
  readonly #deleteValue: (key: RegistryHandle, name: string) => number;
  readonly #deleteTree: (key: RegistryHandle, path: null) => number;
  readonly #deleteKey: (key: RegistryHandle, path: string, view: number, reserved: number) => number;
  readonly #closeKey: (key: RegistryHandle) => number;

  readonly #name = Buffer.alloc(longestName * 2);
  readonly #length = new Uint32Array(1);
  readonly #kind = new Uint32Array(1);
  readonly #size = new Uint32Array(1);
  #data = Buffer.alloc(4096);

  constructor(koffi: Koffi) {
    const advapi32 = koffi.load('advapi32.dll');
    this.#openKey = advapi32.func(
      'int32 __stdcall RegOpenKeyExW(intptr key, str16 path, uint32 options, uint32 access, _Out_ intptr *opened)',
    );
    this.#createKey = advapi32.func(
      'int32 __stdcall RegCreateKeyExW(intptr key, str16 path, uint32 reserved, str16 className, uint32 options, uint32 access, void *security, _Out_ intptr *created, uint32 *disposition)',
    );
    this.#enumKey = advapi32.func(
      'int32 __stdcall RegEnumKeyExW(intptr key, uint32 index, uint8 *name, uint32 *length, uint32 *reserved, void *className, uint32 *classLength, void *lastWrite)',
    );
    this.#enumValue = advapi32.func(
      'int32 __stdcall RegEnumValueW(intptr key, uint32 index, uint8 *name, uint32 *length, uint32 *reserved, uint32 *kind, uint8 *data, uint32 *size)',
    );
    this.#setValue = advapi32.func(
      'int32 __stdcall RegSetValueExW(intptr key, str16 name, uint32 reserved, uint32 kind, uint8 *data, uint32 size)',
    );
    this.#deleteValue = advapi32.func('int32 __stdcall RegDeleteValueW(intptr key, str16 name)');
    this.#deleteTree = advapi32.func('int32 __stdcall RegDeleteTreeW(intptr key, str16 path)');
    this.#deleteKey = advapi32.func(
      'int32 __stdcall RegDeleteKeyExW(intptr key, str16 path, uint32 view, uint32 reserved)',
    );
    this.#closeKey = advapi32.func('int32 __stdcall RegCloseKey(intptr key)');
  }

  /** Opens a key, hands it over, and closes it. */
  withKey<Result>(
    above: RegistryHandle,
    path: string,
    access: number,
    view: RegistryView,
    use: (key: RegistryHandle) => Result,
  ): KeyUse<Result> {
    const opened: [RegistryHandle] = [0];
    const error = this.#openKey(above, path, 0, access | viewFlags[view], opened);
    return error === 0 ? { error, result: this.#closing(opened[0], use) } : { error };
  }

  /** The same with a key that is made where there is none. */
  withMadeKey<Result>(
    above: RegistryHandle,
    path: string,
    access: number,
    view: RegistryView,
    use: (key: RegistryHandle) => Result,
  ): KeyUse<Result> {
    const made: [RegistryHandle] = [0];
    const error = this.#createKey(above, path, 0, null, 0, access | viewFlags[view], null, made, null);
    return error === 0 ? { error, result: this.#closing(made[0], use) } : { error };
  }

  /** The name of a key's child; nothing after the last. */
  keyName(key: RegistryHandle, index: number): string | undefined {
    this.#length[0] = longestName;
    const error = this.#enumKey(key, index, this.#name, this.#length, null, null, null, null);
    return error === windowsError.success ? this.#nameRead() : undefined;
  }

  /** A value of a key; nothing after the last. */
  value(key: RegistryHandle, index: number): NamedData | undefined {
    for (;;) {
      this.#length[0] = longestName;
      this.#size[0] = this.#data.length;
      const error = this.#enumValue(
        key,
        index,
        this.#name,
        this.#length,
        null,
        this.#kind,
        this.#data,
        this.#size,
      );
      const size = this.#size[0];
      if (error === windowsError.moreData) {
        // Twice as much where Windows does not say how much it needs.
        this.#data = Buffer.alloc(Math.max(size, this.#data.length * 2));
        continue;
      }
      if (error !== windowsError.success) return undefined;
      const bytes = Uint8Array.from(this.#data.subarray(0, size));
      return { name: this.#nameRead(), kind: this.#kind[0] ?? 0, bytes };
    }
  }

  setValue(key: RegistryHandle, name: string, { kind, bytes }: RegistryData): number {
    // Windows looks behind a text without a NUL at its end, and takes one that happens to be there for its own.
    const closedOff = Uint8Array.from({ length: bytes.length + 2 }, (_byte, index) => bytes[index] ?? 0xff);
    return this.#setValue(key, name, 0, kind, closedOff, bytes.length);
  }

  deleteValue(key: RegistryHandle, name: string): number {
    return this.#deleteValue(key, name);
  }

  /** All that lies in a key. */
  deleteContents(key: RegistryHandle): number {
    return this.#deleteTree(key, null);
  }

  deleteKey(above: RegistryHandle, path: string, view: RegistryView): number {
    return this.#deleteKey(above, path, viewFlags[view], 0);
  }

  #closing<Result>(key: RegistryHandle, use: (key: RegistryHandle) => Result): Result {
    try {
      return use(key);
    } finally {
      this.#closeKey(key);
    }
  }

  /** Bytes rather than a text of koffi's, which would end at a NUL and stumble over a lone surrogate. */
  #nameRead(): string {
    return this.#name.toString('utf16le', 0, (this.#length[0] ?? 0) * 2);
  }
}
