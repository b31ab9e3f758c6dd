import type { Command } from 'commander';
import { commandNamed } from '../../catalogue/commands.ts';
import { markedText } from '../../catalogue/provenance.ts';
import { verifiedVersions, type Support } from '../../catalogue/version.ts';
import { sentBy } from '../../explanation/kit-command.ts';

/** Adds to the help of each command what the catalogue knows about what it sends. */
export function addCatalogueHelp(program: Command): void {
  program.addHelpText(
    'after',
    [
      '',
      'Examples:',
      '  microsip dial "+1 (415) 555-2671"      call a number',
      '  microsip dial 101 --wait active        call, and wait for the answer',
      '  microsip explain -- -hangup            what MicroSIP makes of a command line',
      '  microsip simulator run                 a phone without Windows',
      '',
      'Exit codes: 0 delivered, 2 wrong usage or a refused target, 3 MicroSIP not found, 4 not running,',
      '5 timed out, 6 not possible in this version, 7 settings could not be changed safely, 1 anything else.',
    ].join('\n'),
  );
  for (const command of program.commands) {
    const text = catalogueText(command.name());
    if (text !== undefined) command.addHelpText('after', text);
    for (const one of [command, ...command.commands]) one.addHelpText('after', moreOptions);
  }
}

const moreOptions = '\nIt also takes the options that `microsip --help` lists, such as --json and --dry-run.';

/** What a command of the kit sends, since when MicroSIP understands it, and what to look out for. */
export function catalogueText(name: string): string | undefined {
  const ways = sentBy(name);
  if (ways.length === 0) return undefined;
  const entries = [...new Set(ways.map(({ sends }) => sends))].map(commandNamed);
  const traps = new Set(entries.flatMap((entry) => entry.traps.map(markedText)));
  return [
    '',
    'What it sends to MicroSIP:',
    ...ways.flatMap(({ command, sends }) => {
      const entry = commandNamed(sends);
      return [
        `  microsip ${command}: ${entry.syntax}`,
        ...wrapped(entry.effect, '      '),
        ...differing(entry.availability.verified).map((line) => `      ${line}`),
        ...entry.differences.flatMap(({ versions, text }) =>
          wrapped(`${versions.join(', ')}: ${text}`, '      '),
        ),
      ];
    }),
    ...(traps.size === 0
      ? []
      : ['', 'Worth knowing:', ...[...traps].flatMap((text) => wrapped(text, '    ', '  - '))]),
  ].join('\n');
}

/** Only what differs between the versions is worth a line. */
function differing(verified: Readonly<Record<string, Support>>): readonly string[] {
  const lacking = verifiedVersions.filter((version) => verified[version] === 'no');
  return lacking.length === 0 ? [] : [`Not in ${lacking.join(', ')}.`];
}

/** Lines of at most 100 characters. */
function wrapped(text: string, indent: string, first = indent): readonly string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > 100 && line.trim() !== '') {
      lines.push(line);
      line = indent;
    }
    line += line === first || line === indent ? word : ` ${word}`;
  }
  return [...lines, line];
}
