import { execa } from 'execa';

import type { ScriptEnd, ScriptOptions, WindowsMachine } from './windows-machine.ts';

/** The Windows this runs on. */
export class ThisWindows implements WindowsMachine {
  readonly name = 'Windows';

  pathOf(file: string): string {
    return file;
  }

  async runScript(
    script: string,
    parameters: readonly string[],
    { environment, signal }: ScriptOptions,
  ): Promise<ScriptEnd> {
    const run = await execa(process.execPath, [script, ...parameters], {
      all: true,
      cancelSignal: signal,
      env: environment,
      reject: false,
      stdin: 'ignore',
    });
    return { output: run.all, exitCode: run.exitCode, killedBy: run.signal };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Nothing was set up.
  }
}
