import type { TypeObject } from 'koffi';

import type { Koffi } from './koffi.ts';
import type { NativeProcesses } from './native-processes.ts';
import type { MessageOutcome, PhoneWindow, PhoneWindows } from './phone-windows.ts';
import { isSameProgram } from './same-program.ts';

/** Only MicroSIP's main window has this class (facts B). */
const windowClass = 'MicroSIP';
/** `GW_OWNER`. */
const owner = 4;

/** `WM_NULL`, which every window takes and none minds. */
const nullMessage = 0;
/** `WM_COPYDATA`. */
const copyData = 0x4a;
/** `dwData`: the phone copies the text, and handles it when its message loop comes by again (facts B). */
const handleLater = 2;

/** `SMTO_ABORTIFHUNG`: a window that Windows knows to hang is not waited for. */
const abortIfHung = 0x2;
/** `SMTO_ERRORONEXIT`: nor one that goes away. */
const errorOnExit = 0x20;

const accessDenied = 5;

type Handle = number | bigint;
type Answered = (error: Error | null, result: Handle) => void;

/** `SendMessageTimeoutW`, away from the thread of JavaScript: a phone that waits for an event hook answers only then. */
interface SendMessage<Parameter> {
  async(
    window: Handle,
    message: number,
    first: Handle,
    second: Parameter,
    flags: number,
    timeoutMs: number,
    answer: [Handle],
    answered: Answered,
  ): void;
}

/** `COPYDATASTRUCT`. */
interface CopiedData {
  readonly dwData: number;
  readonly cbData: number;
  readonly lpData: string;
}

/** The phones' windows, by Windows' own functions. */
export class NativePhoneWindows implements PhoneWindows {
  readonly #processes: NativeProcesses;
  readonly #findAfter: (parent: Handle, after: Handle, className: string, title: null) => Handle;
  readonly #isWindow: (window: Handle) => number;
  readonly #related: (window: Handle, relation: number) => Handle;
  readonly #threadOf: (window: Handle, processId: [number]) => number;
  readonly #lastError: () => number;
  readonly #sendNull: SendMessage<number>;
  readonly #sendData: SendMessage<CopiedData>;
  /** What was found when it was looked last. */
  #known: readonly PhoneWindow[] = [];

  constructor(koffi: Koffi, processes: NativeProcesses) {
    this.#processes = processes;
    const user32 = koffi.load('user32.dll');
    this.#findAfter = user32.func(
      'uintptr __stdcall FindWindowExW(uintptr parent, uintptr after, str16 className, str16 title)',
    );
    this.#isWindow = user32.func('int32 __stdcall IsWindow(uintptr window)');
    this.#related = user32.func('uintptr __stdcall GetWindow(uintptr window, uint32 relation)');
    this.#threadOf = user32.func(
      'uint32 __stdcall GetWindowThreadProcessId(uintptr window, _Out_ uint32 *processId)',
    );
    // koffi keeps it from what Node.js does in between, in the callback of a call on another thread as well.
    this.#lastError = koffi.load('kernel32.dll').func('uint32 __stdcall GetLastError()');
    const copiedData = koffi.struct({ dwData: 'uintptr', cbData: 'uint32', lpData: 'str16' });
    const sendMessage = <Parameter>(parameter: string | TypeObject): SendMessage<Parameter> =>
      user32.func('__stdcall', 'SendMessageTimeoutW', 'intptr', [
        ...['uintptr', 'uint32', 'uintptr', parameter, 'uint32', 'uint32'],
        koffi.out(koffi.pointer('uintptr')),
      ]);
    this.#sendNull = sendMessage('intptr');
    this.#sendData = sendMessage(koffi.pointer(copiedData));
  }

  // MicroSIP also compares the instance handle, which within one boot is the same for one path: the path says it all.
  find(executable?: string): readonly PhoneWindow[] {
    const windows = this.#mainWindows();
    if (executable === undefined) return windows;
    return [
      ...windows.filter(({ executable: its }) => its !== undefined && isSameProgram(its, executable)),
      ...windows.filter(({ executable: its }) => its === undefined),
    ];
  }

  async probe({ handle }: PhoneWindow, timeoutMs: number): Promise<MessageOutcome> {
    return await this.#send(this.#sendNull, handle, nullMessage, 0, abortIfHung | errorOnExit, timeoutMs);
  }

  async sendCommandLine({ handle }: PhoneWindow, tail: string, timeoutMs: number): Promise<MessageOutcome> {
    // The phone reads up to the NUL and beyond the data if there is none (facts B).
    const data: CopiedData = { dwData: handleLater, cbData: 2 * (tail.length + 1), lpData: tail };
    return await this.#send(this.#sendData, handle, copyData, data, errorOnExit, timeoutMs);
  }

  #mainWindows(): readonly PhoneWindow[] {
    const found: PhoneWindow[] = [];
    // The order changes while one looks, by whatever is clicked; no window is listed twice.
    const seen = new Set<bigint>();
    for (let handle = this.#after(0n); handle !== 0n && !seen.has(handle); handle = this.#after(handle)) {
      seen.add(handle);
      if (Number(this.#related(handle, owner)) !== 0) continue;
      const processId: [number] = [0];
      if (this.#threadOf(handle, processId) !== 0) found.push(this.#windowOf(handle, processId[0]));
    }
    this.#known = found;
    return found;
  }

  /** A window stays with its process, and a process with its program: what was seen of them is looked up once. */
  #windowOf(handle: bigint, processId: number): PhoneWindow {
    const known = this.#known.find((each) => each.handle === handle && each.processId === processId);
    return known ?? { handle, processId, ...this.#processes.look(processId) };
  }

  #after(handle: bigint): bigint {
    return BigInt(this.#findAfter(0, handle, windowClass, null));
  }

  #send<Parameter>(
    sendMessage: SendMessage<Parameter>,
    handle: bigint,
    message: number,
    parameter: Parameter,
    flags: number,
    timeoutMs: number,
  ): Promise<MessageOutcome> {
    const answer: [Handle] = [0];
    return new Promise((resolve, reject) => {
      sendMessage.async(handle, message, 0, parameter, flags, timeoutMs, answer, (error, result) => {
        if (error !== null) reject(error);
        else if (Number(result) !== 0) resolve({ outcome: 'answered', answer: Number(answer[0]) });
        else resolve({ outcome: this.#failure(handle) });
      });
    });
  }

  #failure(handle: bigint): 'denied' | 'gone' | 'no-answer' {
    const error = this.#lastError();
    if (this.#isWindow(handle) === 0) return 'gone';
    // Any other is that of a window that did not answer: `ERROR_TIMEOUT`, or none for one that Windows knows to hang.
    return error === accessDenied ? 'denied' : 'no-answer';
  }
}
