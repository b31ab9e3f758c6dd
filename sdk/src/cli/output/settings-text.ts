import type { SettingsBackup, SettingsChange } from '../../settings/settings-change.ts';
import { secretMask, visibleText } from '../../settings/values/secrets.ts';
import type { SettingData } from '../../settings/values/setting-data.ts';
import type { SettingDifference } from '../../settings/values/settings-difference.ts';
import type { SettingReading } from '../../settings/values/typed-settings.ts';
import { noteRemarks } from './remarks.ts';
import { escapeForTerminal } from './terminal-text.ts';
import type { Terminal } from './terminal.ts';

/** A setting in JSON. A secret has no value there. */
export function readingAsJson(reading: SettingReading): Readonly<Record<string, unknown>> {
  const { section, key, value, isDefault, isKnown, isSecret } = reading;
  return {
    section,
    key,
    ...(isSecret ? { secret: true } : value !== undefined && { value: visibleData(reading, value) }),
    default: isDefault,
    known: isKnown,
  };
}

/** Settings as they stand in an ini, one a line under their sections. */
export function readingsText(terminal: Terminal, readings: readonly SettingReading[]): string {
  const width = Math.max(0, ...readings.map(({ key }) => key.length));
  const sections = new Map<string, string[]>();
  for (const reading of readings) {
    const lines = sections.get(reading.section) ?? [];
    sections.set(reading.section, lines);
    const { key, isDefault, text } = reading;
    const value = escapeForTerminal(visibleText(reading, text));
    lines.push(
      `${escapeForTerminal(key.padEnd(width))}  ${isDefault ? terminal.style('dim', value) : value}`.trimEnd(),
    );
  }
  return [...sections]
    .map(([name, lines]) => [terminal.style('bold', `[${escapeForTerminal(name)}]`), ...lines].join('\n'))
    .join('\n\n');
}

/** Says what became of a change. */
export function showSettingsChange(terminal: Terminal, change: SettingsChange): void {
  terminal.result(change, () => {
    if (!change.changed) {
      return change.restarted
        ? 'The settings were so already; MicroSIP was restarted for them.'
        : 'Nothing had to be changed.';
    }
    const restarted = change.restarted ? ' MicroSIP was restarted for it.' : '';
    const backup = change.backup === undefined ? '' : ` As they were: ${escapeForTerminal(change.backup)}`;
    return `The settings were changed.${restarted}${backup}`;
  });
  const { convertedFrom } = change;
  if (convertedFrom !== undefined) {
    noteRemarks(terminal, [`The ini was ${convertedFrom}; it is UTF-16 now, which MicroSIP takes as it is.`]);
  }
}

/** Shows what a change would change. */
export function showSettingsPreview(terminal: Terminal, changes: readonly SettingDifference[]): void {
  terminal.result({ changes }, () =>
    changes.length === 0 ? 'Nothing would be changed.' : changes.map(differenceText).join('\n'),
  );
}

/** Backups, oldest first. */
export function backupsText(terminal: Terminal, backups: readonly SettingsBackup[]): string {
  if (backups.length === 0) return 'There are no backups: the kit has changed nothing yet.';
  return backups
    .map(({ at, hadFile, path }) =>
      [at, escapeForTerminal(path), ...(hadFile ? [] : [terminal.style('dim', '(there was no ini)')])].join(
        '  ',
      ),
    )
    .join('\n');
}

function differenceText({ section, key, before, after }: SettingDifference): string {
  const shown = (text: string | undefined): string => (text === undefined ? '(not set)' : text || '(empty)');
  return escapeForTerminal(`[${section}] ${key}: ${shown(before)} → ${shown(after)}`);
}

function visibleData(place: SettingReading, data: SettingData): SettingData {
  const visible = visibleText(place, place.text);
  return visible.includes(secretMask) ? visible : data;
}
