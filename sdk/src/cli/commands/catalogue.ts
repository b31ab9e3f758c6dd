import * as catalogueRoom from '../../catalogue/index.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';

export function catalogue({ terminal }: CommandContext): CommandResult {
  const { commands, schemes } = catalogueRoom;
  terminal.result({ commands, schemes }, () =>
    commands.map(({ syntax, title }) => `${syntax.padEnd(24)} ${title}`).join('\n'),
  );
  return Promise.resolve(undefined);
}
