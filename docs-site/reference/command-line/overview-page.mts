import { commands, tasks, type CommandEntry } from 'microsip-sdk/catalogue';

import { linkedText } from '../linked-text.mts';
import { blocks, code, link, page, table, text } from '../markdown.mts';
import { placeOf } from '../places.mts';
import { cellWithNote, markLegend, tableByVersion } from '../version-columns.mts';
import { commandNames } from './command-names.mts';

/** What the commands are about, in the order of the lists. */
export const commandAreas: Readonly<Record<CommandEntry['area'], string>> = {
  calls: 'Calls',
  audio: 'Audio',
  accounts: 'Accounts',
  window: 'Window',
  program: 'Program',
};

/** The page of everything MicroSIP's command line understands. */
export function commandLinePage(): string {
  return page(
    {
      slug: '/reference/command-line',
      title: 'Command line',
      description:
        "Every command that MicroSIP's command line understands, side by side in the versions whose source was read.",
    },
    `\`microsip.exe\` hands the **whole text** after its name to the instance that is already running, which looks for
one command in it. There are no options to combine and no answer comes back. **Whatever is not one of these commands is taken
for a number and dialled**: \`microsip.exe -hangup\` calls the number \`-hangup\`, in every version.`,
    `[How a command line is read](/reference/command-line/how-it-is-read) tells what becomes of the text, step by step;
[how it arrives](/reference/command-line/how-it-arrives) how it gets to the running instance, and how it gets lost.
[What the web says](/reference/what-the-web-says) lists the commands that do not exist.`,
    '## What you want, and what to say',
    table(
      ['You want to', 'Say'],
      tasks.map(({ commands: ids, remark = '', want }) => [
        text(want),
        cellWithNote(
          ids.length === 0
            ? 'No command line does it.'
            : ids.map((id) => link(code(commandNames(id).plainName), placeOf.command(id))).join(', '),
          linkedText(remark),
        ),
      ]),
    ),
    '## Every command, by version',
    `Compare exactly, in lower case. ${markLegend(
      commands.map(({ availability }) => availability),
      'means that this version does not have the command, and dials the text',
    )}`,
    ...Object.entries(commandAreas).map(([area, title]) =>
      blocks(
        `### ${title}`,
        tableByVersion(
          'Command',
          commands
            .filter((command) => command.area === area)
            .map((command) => [
              cellWithNote(
                link(commandNames(command).name, placeOf.command(command.id)),
                text(command.title),
              ),
              command.availability,
            ]),
        ),
      ),
    ),
  );
}
