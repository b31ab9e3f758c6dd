import type { CommandContribution } from './command-contribution.ts';
import { commandDescriptions } from './command-descriptions.ts';
import { commands, type CommandName } from './commands.ts';
import type { SettingContribution } from './setting-contribution.ts';
import { settings } from './settings.ts';

const commandEntries = Object.entries<CommandContribution>(commands) as [CommandName, CommandContribution][];

/** The commands, for readers who look for what can be done. */
export function commandsTable(): string {
  return table(
    ['Command', 'What it does'],
    commandEntries.map(([name, { title }]) => [`MicroSIP: ${title.en}`, commandDescriptions[name]]),
  );
}

/** The commands with what keybindings and other extensions call them. */
export function commandReferenceTable(): string {
  return table(
    ['Identifier', 'Title', 'Offered', 'What it does'],
    commandEntries.map(([name, { title, enablement }]) => [
      `\`microsip.${name}\``,
      title.en,
      enablement === undefined ? 'always' : `\`${enablement}\``,
      commandDescriptions[name],
    ]),
  );
}

/** The settings with their defaults. */
export function settingsTable(): string {
  return table(
    ['Setting', 'Default', 'Meaning'],
    Object.entries<SettingContribution>(settings).map(([name, setting]) => [
      `\`microsip.${name}\``,
      defaultOf(setting),
      meaningOf(setting),
    ]),
  );
}

function defaultOf({ default: value }: SettingContribution): string {
  if (value === '') return '';
  if (typeof value === 'object') return value.map((item) => `\`${item}\``).join(', ');
  return `\`${value}\``;
}

function meaningOf(setting: SettingContribution): string {
  if (!('values' in setting)) return setting.description.en;
  const values = Object.entries(setting.values).map(([value, text]) => `\`${value}\`: ${text.en}`);
  return [setting.description.en, ...values].join(' ');
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
