import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';

import { CommanderError } from 'commander';

import { createProgram } from '../../../sdk/src/cli/program.ts';

const root = path.join(import.meta.dirname, '../../..');

/** The words of a line of a shell; examples need no more of it than quotes and comments. */
function wordsOf(line: string): readonly string[] {
  const words = line.matchAll(/"([^"]*)"|'([^']*)'|(?<!\S)(#.*)|(\S+)/gu);
  return [...words].flatMap(([, double, single, comment, bare]) =>
    comment === undefined ? [double ?? single ?? bare ?? ''] : [],
  );
}

/** The words behind `microsip` in a line that starts it. */
export function commandIn(line: string): readonly string[] | undefined {
  const words = wordsOf(line);
  const start = words[0] === 'npx' ? 1 : 0;
  return words[start] === 'microsip' ? words.slice(start + 1) : undefined;
}

/** Why a line for a shell would not do what its reader expects; nothing where it would. */
export async function whatIsWrongWith(line: string): Promise<string | undefined> {
  const command = commandIn(line);
  if (command !== undefined) {
    return (await isUnderstood(command)) ? undefined : `microsip does not take it: ${line}`;
  }
  const [program, ...words] = wordsOf(line);
  if (program === undefined) return undefined;
  if (program === 'npm' && isNpmCommandHere(words)) return undefined;
  return `no test knows what it does: ${line}`;
}

async function isUnderstood(words: readonly string[]): Promise<boolean> {
  const program = createProgram(() => Promise.resolve(), new PassThrough().resume());
  try {
    await program.parseAsync([...words], { from: 'user' });
    return true;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0;
    throw error;
  }
}

/** Whether npm can do it in a clone of the workspace, or with one of its packages. */
function isNpmCommandHere([command = '', name = '', ...more]: readonly string[]): boolean {
  if (command === 'install') return ['', 'microsip-sdk'].includes(name) && more.length === 0;
  const script = command === 'run' ? name : command;
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  return script in scripts && (command === 'run' || ['start', 'test'].includes(command));
}
