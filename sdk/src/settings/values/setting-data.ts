import type { SettingType } from '../../catalogue/setting.ts';

/**
 * The value of a setting as programs work with it: a switch, a number, a text (enumerations, devices and commands too),
 * a list, or the fields of a record.
 */
export type SettingData = boolean | number | string | readonly string[] | Readonly<Record<string, string>>;

/**
 * What MicroSIP makes of a value (facts D.4).
 *
 * @param text - the value as the profile functions return it
 * @param fallback - the value that counts when the key is missing
 */
export function dataFrom(type: SettingType, text: string, fallback: string | undefined): SettingData {
  switch (type.kind) {
    case 'boolean':
      // Where on is the default, everything but 0 is on.
      return fallback === '1' ? text !== '0' : text === '1';
    case 'integer':
      // As the C library reads a number: what is none counts as 0, and what follows one is left out.
      return Number.parseInt(text, 10) || 0;
    case 'list':
      return text.split(type.separator).filter((item) => item !== '');
    case 'record':
      return fieldsOf(text, type.separator, type.fields);
    default:
      return text;
  }
}

/** The last field takes what is left: nothing is escaped (facts D.7). */
function fieldsOf(
  text: string,
  separator: string,
  names: readonly string[],
): Readonly<Record<string, string>> {
  const parts = text.split(separator);
  const fields: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const value = isLast ? parts.slice(index).join(separator) : parts[index];
    if (value !== undefined && (value !== '' || !isLast)) fields[name] = value;
  }
  return fields;
}
