import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A program that writes down with which arguments it is started. It stands in for `microsip.exe` where no Windows is. */
export interface RecordingProgram {
  readonly path: string;
  /** The arguments of each start so far. */
  starts(): readonly (readonly string[])[];
}

/** What else the program does at each start. */
export interface RecordingOptions {
  readonly exitCode?: number;
  /** Whether it goes on running, until {@link RecordingProgram} is taken away with its folder. */
  readonly hangs?: boolean;
}

/** Makes one in a folder; its name is part of what may be hostile. */
export function recordingProgram(
  folder: string,
  name = 'microsip.exe',
  { exitCode = 0, hangs = false }: RecordingOptions = {},
): RecordingProgram {
  const program = path.join(folder, name);
  const record = path.join(folder, 'record');
  const lines = [
    '#!/bin/sh',
    // Who started it hears the end of its own output only when nobody else can write there.
    'exec > /dev/null 2>&1',
    `printf '%s\\0' "$#" "$@" >> ${shellWord(record)}`,
    hangs ? `while [ -e ${shellWord(record)} ]; do sleep 0.1; done` : `exit ${exitCode}`,
  ];
  writeFileSync(program, `${lines.join('\n')}\n`);
  chmodSync(program, 0o755);
  return {
    path: program,
    starts: () => (existsSync(record) ? readStarts(readFileSync(record, 'utf8')) : []),
  };
}

/** Each start is the count of its arguments and then these, all ended by NUL, which no argument holds. */
function readStarts(text: string): readonly (readonly string[])[] {
  const words = text.split('\0').slice(0, -1);
  const starts: string[][] = [];
  for (let index = 0; index < words.length;) {
    const count = Number(words[index]);
    starts.push(words.slice(index + 1, index + 1 + count));
    index += 1 + count;
  }
  return starts;
}

/** A word of a POSIX shell. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
