import leven from 'leven';
import { commands } from '../catalogue/commands.ts';
import type { CommandId } from '../catalogue/command.ts';
import { kitCommands } from './kit-command.ts';

/** Commands that a word may stand for, and how sure that is. */
export interface Meaning {
  readonly commands: readonly CommandId[];
  readonly certainty: 'same-word' | 'similar-word';
}

/**
 * The commands that a word of a command line may stand for, whatever dashes, slashes and capitals it is written with:
 * MicroSIP's own words and the kit's. Nothing when it resembles none of them.
 *
 * @example
 * ```ts
 * meaningOf('--Hang-Up'); // { commands: ['hangup-all'], certainty: 'same-word' }
 * ```
 */
export function meaningOf(word: string): Meaning | undefined {
  const essence = essenceOf(word);
  if (essence === '') return undefined;
  const same = vocabulary.get(essence);
  if (same !== undefined) return { commands: same, certainty: 'same-word' };

  // Only what is written like a flag can be a mistyped one; a plain word is rather a user to be dialled.
  if (!/^[-/]|^msip:/iu.test(word)) return undefined;
  const [nearest] = [...vocabulary]
    .map(([name, meant]) => ({ meant, distance: distance(essence, name), length: name.length }))
    .filter(({ distance: steps, length }) => steps <= tolerance(Math.min(essence.length, length)))
    .sort((left, right) => left.distance - right.distance || left.length - right.length);
  return nearest && { commands: nearest.meant, certainty: 'similar-word' };
}

/** A word without the marks that only say that it is a command. */
export function essenceOf(word: string): string {
  return word
    .toLowerCase()
    .replace(/^(?:msip:)?[-/]*/u, '')
    .replace(/[^a-z0-9]/gu, '');
}

/** The words of MicroSIP and of the kit, without their marks. */
const vocabulary: ReadonlyMap<string, readonly CommandId[]> = (() => {
  const words = new Map<string, CommandId[]>();
  const add = (word: string, id: CommandId): void => {
    const known = words.get(word);
    if (known === undefined) words.set(word, [id]);
    else if (!known.includes(id)) known.push(id);
  };
  for (const { id, token } of commands) {
    const essence = essenceOf(token);
    if (essence !== '' && !words.has(essence)) add(essence, id);
  }
  for (const name of new Set(kitCommands.map(({ command }) => command.split(' ')[0] ?? ''))) {
    if (words.has(name)) continue;
    const ways = kitCommands.filter(({ command }) => command.split(' ')[0] === name);
    // `hangup` alone means its plainest way; `mute` and `volume` mean nothing without what follows.
    const plain = ways.find(({ command }) => command.replace(/ <\w+>/u, '') === name);
    for (const { sends } of plain === undefined ? ways : [plain]) add(name, sends);
  }
  return words;
})();

/** A beginning counts as one step: `/hang` is nearer to `hangup` than to `hold`. */
function distance(typed: string, name: string): number {
  return typed.length >= 4 && name.startsWith(typed) ? 1 : leven(typed, name);
}

function tolerance(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : 2;
}
