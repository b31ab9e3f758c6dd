import { catalogueAsJson } from '../../catalogue/catalogue-as-json.ts';
import { catalogueSchema } from '../../catalogue/catalogue-schema.ts';
import { supportIn, verifiedVersions, type Availability } from '../../catalogue/version.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { escapeForTerminal } from '../output/terminal-text.ts';
import type { Terminal } from '../output/terminal.ts';

/** Prints the catalogue: all of it as JSON, or its entries as lists; with `schema` the JSON schema of the former. */
export function catalogue(
  { terminal }: CommandContext,
  { schema }: { readonly schema?: true },
): CommandResult {
  if (schema) terminal.result(catalogueSchema, () => JSON.stringify(catalogueSchema, undefined, 2));
  else terminal.result(catalogueAsJson(), () => catalogueText(terminal));
  return Promise.resolve(undefined);
}

function catalogueText(terminal: Terminal): string {
  const { commands, hooks, settings, schemes, folklore } = catalogueAsJson();
  const section = (title: string, lines: readonly string[]): string =>
    [terminal.style('cyan', title), ...lines.map((line) => `  ${line}`)].join('\n');
  return [
    section(
      'Command line',
      columns(commands.map(({ syntax, title, availability }) => [syntax, title + limits(availability)])),
    ),
    section('URL schemes', columns(schemes.map(({ token, effect }) => [token, effect]))),
    section('Event hooks', columns(hooks.map(({ key, title }) => [key, title]))),
    section('What people say', columns(folklore.map(({ claim, verdict }) => [verdict, claim]))),
    `${settings.length} settings, and versions, traps and sources of all of this: microsip catalogue --json`,
  ].join('\n\n');
}

/** Only what some version lacks is worth mentioning. */
function limits(availability: Availability): string {
  const lacking = verifiedVersions.filter((version) => supportIn(availability, version).support === 'no');
  return lacking.length === 0 ? '' : ` (not in ${lacking.join(', ')})`;
}

function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => escapeForTerminal(`${left.padEnd(width)}  ${right}`));
}
