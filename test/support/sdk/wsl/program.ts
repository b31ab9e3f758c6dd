import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { interopCommandLine } from './interop.ts';
import { reg, type RecordedRegistry } from './recorded-registry.ts';
import { wslpath, type ProgramAnswer, type WslMachine } from './wslpath.ts';

/** One start of a program on the Windows side. */
export interface InteropStart {
  /** The one text that Windows gives to a program. */
  readonly commandLine: string;
  /** Where it stands, as Windows names it. */
  readonly workingDirectory: string;
}

/** Which of its programs a stand-in for WSL has. */
export type WslProgram = 'wslpath' | 'reg' | 'tasklist' | 'recorder';

interface Run {
  readonly args: readonly string[];
  readonly folder: string;
  readonly machine: WslMachine;
  readonly program: string;
}

const nothing: ProgramAnswer = { stdout: '', stderr: '', exitCode: 0 };

const answers: Readonly<Record<WslProgram, (run: Run) => ProgramAnswer>> = {
  wslpath: ({ args, machine }) => wslpath(args, machine),
  reg: ({ args, folder, machine }) => {
    const registry = JSON.parse(readFileSync(path.join(folder, 'registry.json'), 'utf8')) as RecordedRegistry;
    return reg(args, registry, (file) => wslpath(['-u', file], machine).stdout.trimEnd());
  },
  tasklist: () => ({
    ...nothing,
    stdout: 'INFO: No tasks are running which match the specified criteria.\r\n',
  }),
  recorder: ({ args, machine, program }) => {
    const start: InteropStart = {
      commandLine: interopCommandLine(program, args),
      workingDirectory: wslpath(['-w', process.cwd()], machine).stdout.trimEnd(),
    };
    appendFileSync(`${program}.starts`, `${JSON.stringify(start)}\n`);
    return nothing;
  },
};

/**
 * What the programs of a stand-in for WSL do; they run in processes of their own.
 *
 * @param kind - which one
 * @param folder - the stand-in's
 * @param program - its own path
 */
export function run(kind: WslProgram, folder: string, program: string, args: readonly string[]): void {
  const machine = JSON.parse(readFileSync(path.join(folder, 'machine.json'), 'utf8')) as WslMachine;
  const { exitCode, stderr, stdout } = answers[kind]({ args, folder, machine, program });
  process.stderr.write(stderr);
  process.stdout.write(stdout);
  process.exitCode = exitCode;
}
