import type { SchemeName } from '../../../catalogue/scheme.ts';
import { KeyFile } from './key-file.ts';

/** The group with the applications that the user, or the system, has chosen. */
export const defaultApplications = 'Default Applications';

/** What desktops call the links of a scheme. */
export function mimeTypeOf(scheme: SchemeName): string {
  return `x-scheme-handler/${scheme}`;
}

/** The desktop files that a list names for a scheme, the first one first. */
export function namedIn(list: KeyFile, group: string, scheme: SchemeName): readonly string[] {
  return (list.get(group, mimeTypeOf(scheme)) ?? '').split(';').filter((id) => id !== '');
}

/** A `mimeapps.list` with a desktop file as the first choice for schemes; the choices there were come after it. */
export function withDefault(text: string, schemes: readonly SchemeName[], id: string): string {
  const list = new KeyFile(text);
  for (const scheme of schemes) {
    list.set(defaultApplications, mimeTypeOf(scheme), (value = '') =>
      firstOf(value) === id ? value : `${id};${without(value, id)}`,
    );
  }
  return list.toString();
}

/** A `mimeapps.list` without a desktop file as a choice for schemes. */
export function withoutDefault(text: string, schemes: readonly SchemeName[], id: string): string {
  const list = new KeyFile(text);
  for (const scheme of schemes) {
    const key = mimeTypeOf(scheme);
    const value = list.get(defaultApplications, key);
    if (value?.split(';').includes(id) !== true) continue;
    if (without(value, id) === '') list.remove(defaultApplications, key);
    else list.set(defaultApplications, key, (old = '') => without(old, id));
  }
  return list.toString();
}

function firstOf(value: string): string | undefined {
  return value.split(';')[0];
}

/** The list as it is written, but for one desktop file. */
function without(value: string, id: string): string {
  const ids = value.split(';');
  const rest = ids.filter((other) => other !== id);
  return rest.some((other) => other !== '') ? rest.join(';') : '';
}
