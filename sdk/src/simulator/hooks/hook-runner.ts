import { spawn } from 'node:child_process';
import { ownExecutable } from '../../phone-model/hook-command/hook-command.ts';
import type { HookEffect, PhoneEffect } from '../../phone-model/phone-effect.ts';
import type { Peripheral } from '../phone-driver.ts';
import { splitWindowsArguments } from './windows-arguments.ts';

/** A program to start. */
export interface ProgramStart {
  readonly file: string;
  /** The arguments as the program sees them. */
  readonly args: readonly string[];
  /**
   * The text they were split from, as `ShellExecuteEx` gets it. The program finds it in the environment variable
   * `MICROSIP_SIMULATOR_PARAMETERS`.
   */
  readonly parameters: string;
}

/** Starts a program and calls back once, when it has ended or could not be started. */
export type StartProgram = (start: ProgramStart, onEnd: () => void) => void;

/** The program a hook of blanks only starts: MicroSIP itself (facts N). */
export interface OwnProgram {
  readonly file: string;
  readonly leadingArguments: readonly string[];
}

/**
 * Runs event hooks as MicroSIP does (facts C.3): hidden, without a shell, in MicroSIP's own working directory; a program
 * that cannot be started fails silently, and one that takes longer than the phone waits stays.
 */
export class HookRunner implements Peripheral {
  readonly #own: OwnProgram;
  readonly #start: StartProgram;
  readonly #onEnd: (hook: number) => void;

  constructor(own: OwnProgram, onEnd: (hook: number) => void, start: StartProgram = startHidden) {
    this.#own = own;
    this.#onEnd = onEnd;
    this.#start = start;
  }

  perform(effect: PhoneEffect): void {
    if (effect.do !== 'hook') return;
    this.#start(this.#programOf(effect), () => {
      this.#onEnd(effect.hook);
    });
  }

  #programOf({ file, params }: HookEffect): ProgramStart {
    if (file !== ownExecutable) return { file, args: splitWindowsArguments(params), parameters: params };
    // MicroSIP takes its command line as one text.
    const { leadingArguments } = this.#own;
    return { file: this.#own.file, args: [...leadingArguments, params.trimStart()], parameters: params };
  }
}

/**
 * The environment variable in which a program finds its parameters as the text that MicroSIP gave to Windows. A Windows
 * program finds it by `GetCommandLineW`, and its arguments have lost quotes that are in it.
 */
export const parametersVariable = 'MICROSIP_SIMULATOR_PARAMETERS';

/** Linux takes no longer string of an environment, with its name and its end. */
const longestVariable = 128 * 1024;

/** Starts a program as `ShellExecuteEx` does with `SW_HIDE`, but never by a shell: the arguments are remote text. */
export const startHidden: StartProgram = ({ file, args, parameters }, onEnd) => {
  let ended = false;
  const end = (): void => {
    if (ended) return;
    ended = true;
    onEnd();
  };
  try {
    const env = { ...process.env, [parametersVariable]: environmentText(parameters) };
    const child = spawn(file, args, { env, stdio: 'ignore', windowsHide: true, shell: false });
    child.once('error', end);
    child.once('exit', end);
    // The phone does not take the program with it when it exits.
    child.unref();
  } catch {
    // Texts that cannot be an argument at all, such as one with a NUL; MicroSIP does not notice either.
    setImmediate(end);
  }
};

function environmentText(parameters: string): string | undefined {
  const length = Buffer.byteLength(`${parametersVariable}=${parameters}\0`);
  return length <= longestVariable ? parameters : undefined;
}
