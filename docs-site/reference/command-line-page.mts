import type { CommandEntry } from 'microsip-sdk/catalogue';

import { blocks, code, list, page, table, text } from './markdown.mts';
import { differences, sources, traps, versionCells, versionHeads } from './version-columns.mts';

const areas: Readonly<Record<CommandEntry['area'], string>> = {
  calls: 'Calls',
  audio: 'Audio',
  accounts: 'Accounts',
  window: 'Window',
  program: 'Program',
};

const whenNotRunning: Readonly<Record<CommandEntry['whenNotRunning'], string>> = {
  starts: 'MicroSIP starts.',
  'starts-then-handles': 'MicroSIP starts with its window, then carries the command out.',
  ends: 'Nothing: the process ends silently.',
  resets: 'Data is deleted; nothing starts.',
};

/** The page of everything MicroSIP's command line understands. */
export function commandLinePage(commands: readonly CommandEntry[]): string {
  return page(
    {
      slug: '/reference/command-line',
      title: 'Command line',
      description: "Every command MicroSIP's command line understands, with the versions it was verified in.",
    },
    `\`microsip.exe\` hands the **whole text** after its name to the instance that is already running, which looks for
one command in it. There are no options to combine and no answer comes back. **Whatever is not one of these commands is
dialled**: \`microsip.exe -hangup\` calls the number \`-hangup\`, in every version.`,
    'Compare exactly, in lower case. ✓ was read in the source of that version; – means that this version dials the text.',
    table(
      ['Command', 'Does', ...versionHeads],
      commands.map((command) => [
        `[${code(command.syntax)}](#${command.id})`,
        text(command.title),
        ...versionCells(command.availability),
      ]),
    ),
    ...Object.entries(areas).flatMap(([area, title]) => [
      `## ${title}`,
      ...commands.filter((command) => command.area === area).map(section),
    ]),
  );
}

function section(command: CommandEntry): string {
  return blocks(
    `### ${code(command.syntax)} ${text(command.title)} {#${command.id}}`,
    `\`\`\`powershell\n${`microsip.exe ${command.example}`.trimEnd()}\n\`\`\``,
    text(command.effect),
    list([
      ...(command.argument === undefined
        ? []
        : [`${code(`<${command.argument.name}>`)}: ${text(command.argument.description)}`]),
      `**Needs:** ${text(command.precondition)}`,
      `**Otherwise:** ${text(command.otherwise)}`,
      `**When MicroSIP does not run:** ${whenNotRunning[command.whenNotRunning]}`,
      `**Window:** ${command.raisesWindow ? 'is shown and takes the foreground.' : 'stays as it is.'}`,
    ]),
    differences(command.differences),
    traps(command.traps),
    sources(command.sources),
  );
}
