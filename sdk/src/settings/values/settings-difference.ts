import type { IniDocument } from '../ini-document.ts';
import { foldName } from '../ini-line.ts';
import { visibleText } from './secrets.ts';
import type { SettingPlace } from './setting-place.ts';

/** One key in which two inis differ, secrets masked: what `--dry-run` shows. */
export interface SettingDifference extends SettingPlace {
  /** The text after `=`; left out where the key is missing. */
  readonly before?: string;
  readonly after?: string;
}

/** The keys in which two inis differ, as MicroSIP reads them, in the order of the first and then of the second. */
export function settingsDifferences(before: IniDocument, after: IniDocument): readonly SettingDifference[] {
  const places = new Map<string, SettingPlace>();
  for (const ini of [before, after]) {
    for (const section of ini.sections) {
      for (const { key } of ini.entries(section)) {
        const name = `${foldName(section)}\n${foldName(key)}`;
        if (!places.has(name)) places.set(name, { section, key });
      }
    }
  }
  return [...places.values()].flatMap((place) => {
    const old = before.getText(place.section, place.key);
    const now = after.getText(place.section, place.key);
    if (old === now) return [];
    return [
      {
        ...place,
        ...(old !== undefined && { before: visibleText(place, old) }),
        ...(now !== undefined && { after: visibleText(place, now) }),
      },
    ];
  });
}
