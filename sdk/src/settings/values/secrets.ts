import { settingOf } from '../../catalogue/settings.ts';
import type { SettingPlace } from './setting-place.ts';

/** Keys that hold secrets where the catalogue does not know them: of other versions, of forks, of very old inis. */
const secretName = /pass(?:word|wd|phrase|code)|^(?:pass|auth)$|pwd|secret|token|credential|api_?key/iu;

/**
 * Where passwords stand within values: each has what goes before it, and the password. Hooks hand them to programs,
 * shortcuts and directories have them in addresses.
 */
const passwordsWithin: readonly RegExp[] = [
  // https://user:password@host, sip:user:password@host
  /((?::\/\/|\bsips?:)[^/?#@:\s;]*:)([^/?#\s;]{1,256})(?=@)/giu,
  // ?token=password, password=password
  /((?:^|[?&;\s"'])[\w.-]*(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|key)=["']?)([^&#\s"']+)/giu,
  // --password password, /pwd:password
  /((?:^|[\s"'])(?:--?|\/)[\w-]*(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|api-?key)(?:\s+|[=:])["']?)([^\s"']+)/giu,
  // curl -u user:password
  /(\s(?:-u|--user)(?:\s+|=)?["']?[^\s:"']+:)([^\s"']+)/gu,
  // Authorization: Bearer password
  /(\bauthorization:\s*(?:\w+\s+)?)([^\s"']+)/giu,
];

const placeholder = /^\{\w+\}$/u;

/** What is shown in place of a secret. */
export const secretMask = '••••••••';

/** Whether a setting is a secret: it is shown nowhere, but can be set. */
export function isSecret({ section, key }: SettingPlace): boolean {
  return settingOf(section, key)?.secret ?? secretName.test(key);
}

/**
 * A value as it may be shown. Passwords within it are left out; placeholders that stand for one, such as `{password}`,
 * tell nothing and stay.
 */
export function visibleText(place: SettingPlace, text: string): string {
  if (isSecret(place)) return text === '' ? '' : secretMask;
  return passwordsWithin.reduce(
    (shown, pattern) =>
      shown.replace(pattern, (whole: string, before: string, password: string) =>
        placeholder.test(password) ? whole : before + secretMask,
      ),
    text,
  );
}
