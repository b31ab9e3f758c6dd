import type { SettingEntry, SettingValue } from '../../catalogue/setting.ts';
import { charactersRead } from '../../catalogue/settings.ts';
import { supportIn } from '../../catalogue/version.ts';
import { MicroSipError } from '../../microsip-error.ts';
import { visibleText } from './secrets.ts';
import type { SettingData } from './setting-data.ts';
import type { SettingPlace } from './setting-place.ts';

/** So much of a value does a message repeat. */
const longestShown = 60;

const switches: Readonly<Record<string, string>> = {
  '1': '1',
  '0': '0',
  true: '1',
  false: '0',
  on: '1',
  off: '0',
  yes: '1',
  no: '0',
};

/**
 * The text that stands for a value in the ini, checked.
 *
 * @param data - the value; as a text, in the form people write it: `on`, `udp`, `PCMA/8000/1 PCMU/8000/1`
 * @param version - MicroSIP's version, where it is known
 * @throws MicroSipError `INVALID_ARGUMENT` that says what is allowed; it does not repeat a secret
 */
export function textFor(
  place: SettingPlace,
  entry: SettingEntry,
  data: SettingData,
  version: string | undefined,
): string {
  const refuse = (allowed: string): never => {
    const given = entry.secret ? 'That' : shown(place, data);
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${given} is no value of ${entry.key} in [${place.section}]: it takes ${allowed}.`,
    );
  };
  const text = rawText(entry, data, version, refuse);
  const room = charactersRead(entry, version);
  if (text.length > room) {
    refuse(`at most ${room} characters, of which MicroSIP reads no more; this has ${text.length}`);
  }
  if (/[\r\n\0]/u.test(text)) refuse('no line breaks and no NUL');
  return text;
}

/** A value as a message names it. */
function shown(place: SettingPlace, data: SettingData): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  const visible = visibleText(place, text);
  const short = visible.length > longestShown ? `${visible.slice(0, longestShown)}…` : visible;
  return typeof data === 'string' ? JSON.stringify(short) : short;
}

type Refuse = (allowed: string) => never;

function rawText(
  { type }: SettingEntry,
  data: SettingData,
  version: string | undefined,
  refuse: Refuse,
): string {
  switch (type.kind) {
    case 'boolean':
      return switches[plainText(data).toLowerCase()] ?? refuse('on or off (1 or 0)');
    case 'integer':
      return integerText(type, data, refuse);
    case 'enumeration': {
      const allowed = type.values.filter((value) => isIn(value, version));
      const found = allowed.find(({ value }) => value === data);
      return (
        found?.value ??
        refuse(`one of ${allowed.map(({ value }) => (value === '' ? '"" (empty)' : value)).join(', ')}`)
      );
    }
    case 'list':
      return listText(type, data, refuse);
    case 'record':
      return recordText(type, data, refuse);
    default:
      return typeof data === 'string' ? data : refuse('a text');
  }
}

function isIn({ availability }: SettingValue, version: string | undefined): boolean {
  return (
    availability === undefined || version === undefined || supportIn(availability, version).support !== 'no'
  );
}

function integerText(
  type: Extract<SettingEntry['type'], { kind: 'integer' }>,
  data: SettingData,
  refuse: Refuse,
): string {
  const { minimum, maximum, unit } = type;
  const text = plainText(data);
  const number = /^-?\d{1,15}$/u.test(text) && typeof data !== 'boolean' ? Number(text) : Number.NaN;
  if (number >= (minimum ?? -Infinity) && number <= (maximum ?? Infinity)) return String(number);
  const range = [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(maximum === undefined ? [] : [`to ${maximum}`]),
  ];
  const kind = unit === undefined ? 'a whole number' : `a whole number (${unit})`;
  return refuse([kind, ...range].join(' '));
}

function listText({ separator }: { readonly separator: string }, data: SettingData, refuse: Refuse): string {
  if (typeof data === 'string') return data;
  const named = JSON.stringify(separator);
  if (!isList(data) || data.some((item) => item === '' || item.includes(separator))) {
    return refuse(`a list of texts without ${named} in them, which stands between them`);
  }
  return data.join(separator);
}

function recordText(
  { separator, fields }: { readonly separator: string; readonly fields: readonly string[] },
  data: SettingData,
  refuse: Refuse,
): string {
  if (typeof data === 'string') return data;
  const allowed = `the fields ${fields.join(', ')}, without ${JSON.stringify(separator)} in them`;
  if (typeof data !== 'object' || isList(data)) return refuse(allowed);
  if (Object.entries(data).some(([name, value]) => !fields.includes(name) || value.includes(separator))) {
    return refuse(allowed);
  }
  const last = fields.findLastIndex((name) => data[name] !== undefined);
  return fields
    .slice(0, last + 1)
    .map((name) => data[name] ?? '')
    .join(separator);
}

/** A list or a record is no value of a switch or a number, and neither is what this makes of it. */
function plainText(data: SettingData): string {
  return typeof data === 'object' ? JSON.stringify(data) : String(data);
}

function isList(data: SettingData): data is readonly string[] {
  return Array.isArray(data);
}
