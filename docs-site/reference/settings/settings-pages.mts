import {
  settings,
  shortcutTypes,
  type Availability,
  type SettingEntry,
  type SettingGroup,
} from 'microsip-sdk/catalogue';

import { linkedText } from '../linked-text.mts';
import { blocks, code, link, list, page, table, text } from '../markdown.mts';
import { placeOf, settingAnchor } from '../places.mts';
import { basisMark, differences, sources, traps } from '../statements.mts';
import { cellWithNote, markLegend, tableByVersion, versionLine } from '../version-columns.mts';
import { defaultText, settingGroups, typeText } from './setting-text.mts';

/** The page that leads to every key of the ini. */
export function settingsPage(): string {
  const byName = settings.toSorted((left, right) => compareKeys(left.key, right.key));
  return page(
    {
      slug: '/reference/settings',
      title: 'Settings',
      description: `Every key of MicroSIP's ini, ${settings.length} of them: meaning, values, defaults and versions, by subject and by name.`,
      sidebar_label: 'All settings',
    },
    `MicroSIP keeps its settings in one ini, in UTF-16. It reads them when it starts, and **overwrites** what is edited while
it runs: change them only while it is closed. [Files](/reference/files) tells where the ini is and how it is encoded; the
kit's ${link(code('microsip settings'), '/reference/microsip/settings')} changes a value safely and can take it back.`,
    '## By subject',
    table(
      ['Subject', 'What is there', 'Keys'],
      groupsInOrder().map((group) => [
        link(settingGroups[group].title, placeOf.settingGroup(group)),
        text(settingGroups[group].about),
        String(settingsOf(group).length),
      ]),
    ),
    '## By name',
    `Keys without a section stand in \`[Settings]\`. ${markLegend(
      settings.map(({ availability }) => availability),
      'means that this version does not know the key',
    )}`,
    tableByVersion(
      'Key',
      byName.map((entry) => [
        cellWithNote(
          `${link(code(entry.key), placeOf.setting(entry))}${entry.section === 'Settings' ? '' : ` in ${code(`[${entry.section}]`)}`}`,
          settingGroups[entry.group].title,
        ),
        entry.availability,
      ]),
    ),
  );
}

/** The page of the settings about one subject. */
export function settingGroupPage(group: SettingGroup): string {
  const { about, title } = settingGroups[group];
  const entries = settingsOf(group);
  const here = placeOf.settingGroup(group);
  return page(
    {
      slug: here,
      title: `Settings: ${title}`,
      description: `${about.replaceAll('`', '')} Every key with its values, default, versions and traps.`,
      sidebar_label: title,
    },
    text(about),
    table(
      ['Key', 'Meaning'],
      entries.map((entry) => [
        cellWithNote(
          link(code(entry.key), `#${settingAnchor(entry)}`),
          entry.default === undefined ? '' : `default: ${defaultText(entry)}`,
        ),
        `${linkedText(firstSentence(entry.meaning), here)}${basisMark(entry.basis)}`,
      ]),
    ),
    ...entries.map(settingSection),
    ...(group === 'window' ? [shortcutSection()] : []),
  );
}

/** Whether the group has a page: not every group need have a key. */
export function groupsInOrder(): readonly SettingGroup[] {
  const names = Object.keys(settingGroups) as SettingGroup[];
  return names.filter((group) => settingsOf(group).length > 0);
}

function settingsOf(group: SettingGroup): readonly SettingEntry[] {
  return settings.filter((entry) => entry.group === group);
}

function settingSection(entry: SettingEntry): string {
  const here = placeOf.setting(entry);
  return blocks(
    `## ${code(entry.key)} {#${settingAnchor(entry)}}`,
    `${linkedText(entry.meaning, here)}${basisMark(entry.basis)}`,
    list([
      `**Section:** ${code(`[${entry.section}]`)}${entry.keyRange === undefined ? '' : `, keys ${entry.keyRange[0]} to ${entry.keyRange[1]}`}`,
      `**Value:** ${typeText(entry)}`,
      `**Default:** ${defaultText(entry)}`,
      `**Versions:** ${versionLine(entry.availability)}`,
      `**Read:** ${entry.read === 'start' ? 'at every start' : 'from disk, when it is needed'}`,
      ...(entry.role === 'state' ? ['**Written** by the program, to remember something'] : []),
      ...(entry.secret ? ['**Secret:** keep it out of logs, reports and screens'] : []),
      ...(entry.quotedWhenSaved === undefined
        ? []
        : [`**Saved in quotes:** ${versionLine(entry.quotedWhenSaved)}`]),
    ]),
    valueTable(entry, here),
    differences(entry.differences, here),
    traps(entry.traps, here),
    sources(entry.sources),
  );
}

function valueTable({ type }: SettingEntry, here: string): string {
  if (type.kind !== 'enumeration') return '';
  return table(
    ['Value', 'Meaning'],
    type.values.map(({ availability, basis = 'verified', meaning, value }) => [
      value === '' ? 'empty' : code(value),
      `${linkedText(meaning, here)}${basisMark(basis)}${availability === undefined ? '' : ` ${onlyIn(availability)}`}`,
    ]),
  );
}

function shortcutSection(): string {
  return blocks(
    '## Types of a shortcut {#shortcut-types}',
    'The third field of an entry of `[Shortcuts]`.',
    tableByVersion(
      'Type',
      shortcutTypes.map(({ availability, basis, meaning, type }) => [
        cellWithNote(code(type), `${text(meaning)}${basisMark(basis)}`),
        availability,
      ]),
    ),
  );
}

function onlyIn(availability: Availability): string {
  return `*(${versionLine(availability)})*`;
}

function firstSentence(meaning: string): string {
  return /^.*?[.:](?=\s|$)/su.exec(meaning)?.[0].replace(/:$/u, '.') ?? meaning;
}

function compareKeys(left: string, right: string): number {
  return left.localeCompare(right, 'en', { sensitivity: 'base', numeric: true });
}
