import { settingOf } from '../../catalogue/settings.ts';
import type { SettingPlace } from './setting-place.ts';

/** Keys that hold secrets where the catalogue does not know them: of other versions, of forks, of very old inis. */
const secretName = /pass(?:word|wd|phrase)|secret|token/iu;

const passwordInAddress = /(:\/\/[^/?#@:\s]*:)[^/?#@\s]+@/gu;
const passwordInQuery = /([?&;][^=&#\s]*(?:pass(?:word|wd|phrase)?|secret|token|key)=)[^&#\s]+/giu;

/** What is shown in place of a secret. */
export const secretMask = '••••••••';

/** Whether a setting is a secret: it is shown nowhere, but can be set. */
export function isSecret({ section, key }: SettingPlace): boolean {
  return settingOf(section, key)?.secret ?? secretName.test(key);
}

/**
 * A value as it may be shown. Passwords within addresses, such as that of the users directory, are left out;
 * placeholders that stand for one, such as `{password}`, tell nothing and stay.
 */
export function visibleText(place: SettingPlace, text: string): string {
  if (isSecret(place)) return text === '' ? '' : secretMask;
  const masked = (whole: string, before: string, after = ''): string =>
    /\{\w+\}/u.test(whole) ? whole : `${before}${secretMask}${after}`;
  return text
    .replace(passwordInAddress, (whole: string, before: string) => masked(whole, before, '@'))
    .replace(passwordInQuery, (whole: string, before: string) => masked(whole, before));
}
