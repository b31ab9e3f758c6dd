import type { Koffi } from './koffi.ts';

/** What Windows tells of a process. */
export interface NativeProcess {
  /** The full path of its program. */
  readonly executable: string | undefined;
  /** Unix milliseconds. */
  readonly startedAt: number | undefined;
  /** Whether MicroSIP's second start could look into it (facts B). */
  readonly accessible: boolean;
}

/** `PROCESS_QUERY_LIMITED_INFORMATION`, which is allowed for elevated processes as well. */
const limitedLook = 0x1000;
/** `PROCESS_QUERY_INFORMATION | PROCESS_VM_READ`, as MicroSIP looks at a process (facts B). */
const microsipsLook = 0x0400 | 0x0010;
/** The longest path Windows knows, in UTF-16 units. */
const longestPath = 32_768;
/** From 1601, where `FILETIME` begins, to 1970, in its units of 100 ns. */
const unixEpoch = 116_444_736_000_000_000n;

type Handle = number | bigint;

/** Looks at processes with Windows' own functions. */
export class NativeProcesses {
  readonly #open: (access: number, inherit: number, processId: number) => Handle;
  readonly #close: (handle: Handle) => number;
  readonly #imageName: (handle: Handle, flags: number, path: Uint16Array, length: [number]) => number;
  readonly #times: (
    handle: Handle,
    created: BigUint64Array,
    ended: BigUint64Array,
    kernel: BigUint64Array,
    user: BigUint64Array,
  ) => number;

  constructor(koffi: Koffi) {
    const kernel32 = koffi.load('kernel32.dll');
    this.#open = kernel32.func(
      'uintptr __stdcall OpenProcess(uint32 access, int32 inherit, uint32 processId)',
    );
    this.#close = kernel32.func('int32 __stdcall CloseHandle(uintptr handle)');
    this.#imageName = kernel32.func(
      'int32 __stdcall QueryFullProcessImageNameW(uintptr handle, uint32 flags, _Out_ uint16 *path, _Inout_ uint32 *length)',
    );
    this.#times = kernel32.func(
      'int32 __stdcall GetProcessTimes(uintptr handle, _Out_ uint64 *created, _Out_ uint64 *ended, _Out_ uint64 *kernel, _Out_ uint64 *user)',
    );
  }

  /** What may be known of a process; little where it is gone or protected. */
  look(processId: number): NativeProcess {
    const told = this.#withProcess(limitedLook, processId, (handle) => ({
      executable: this.#executableOf(handle),
      startedAt: this.#startOf(handle),
    }));
    const accessible = this.#withProcess(microsipsLook, processId, () => true) ?? false;
    return { executable: told?.executable, startedAt: told?.startedAt, accessible };
  }

  #withProcess<Result>(
    access: number,
    processId: number,
    act: (handle: Handle) => Result,
  ): Result | undefined {
    const handle = this.#open(access, 0, processId);
    if (Number(handle) === 0) return undefined;
    try {
      return act(handle);
    } finally {
      this.#close(handle);
    }
  }

  #executableOf(handle: Handle): string | undefined {
    const path = new Uint16Array(longestPath);
    const length: [number] = [path.length];
    if (this.#imageName(handle, 0, path, length) === 0) return undefined;
    return Buffer.from(path.buffer, 0, 2 * length[0]).toString('utf16le');
  }

  #startOf(handle: Handle): number | undefined {
    const created = new BigUint64Array(1);
    const unused = new BigUint64Array(1);
    if (this.#times(handle, created, unused, unused, unused) === 0) return undefined;
    return created[0] === undefined ? undefined : Number((created[0] - unixEpoch) / 10_000n);
  }
}
