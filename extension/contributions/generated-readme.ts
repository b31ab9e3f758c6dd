import { format, resolveConfig } from 'prettier';

import { commandsTable, settingsTable } from './markdown-tables.ts';

const parts = { commands: commandsTable, settings: settingsTable };

/**
 * The readme with its generated parts anew: what stands between `<!-- NAME -->` and `<!-- end of NAME -->`.
 *
 * @param file - its path, by which it is formatted as the rest of the house
 * @throws Error when a part has no place in it
 */
export async function generateReadme(readme: string, file: string): Promise<string> {
  let text = readme;
  for (const [name, part] of Object.entries(parts)) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
    const [before, rest] = text.split(begin);
    const after = rest?.split(end)[1];
    if (before === undefined || after === undefined) throw new Error(`The readme has no place for ${name}`);
    text = `${before}${begin}\n\n${part()}\n\n${end}${after}`;
  }
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
