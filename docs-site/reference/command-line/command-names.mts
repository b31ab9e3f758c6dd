import { commandNamed, type CommandEntry, type CommandId } from 'microsip-sdk/catalogue';

import { code } from '../markdown.mts';

/** What a command is called in headings and lists: its text, or what stands in its place where it has none. */
export function commandNames(command: CommandEntry | CommandId): {
  readonly name: string;
  readonly plainName: string;
} {
  const { id, syntax } = typeof command === 'string' ? commandNamed(command) : command;
  if (id === 'show-window') return { name: 'No text', plainName: 'No text' };
  return { name: code(syntax), plainName: syntax };
}
