import {
  charactersRead,
  limits,
  type SettingEntry,
  type SettingGroup,
  type SettingType,
} from 'microsip-sdk/catalogue';

import { code } from '../markdown.mts';

/** The groups of settings, in the order of their pages. */
export const settingGroups: Readonly<
  Record<SettingGroup, { readonly title: string; readonly about: string }>
> = {
  accounts: {
    title: 'Choice of the account',
    about: 'Which account is active, and whether calls go out without one.',
  },
  account: {
    title: 'Accounts',
    about:
      'Each account has a section of its own, `[Account1]`, `[Account2]` and so on; `[Account0]` is the local account. These are read from disk when they are needed.',
  },
  incoming: {
    title: 'Incoming calls',
    about: 'Automatic answers, refusals, forwarding, and how many calls there may be.',
  },
  automation: {
    title: 'Automation',
    about: 'Event hooks, feature codes, and the buttons of headsets and keyboards.',
  },
  audio: { title: 'Audio', about: 'Devices, volumes, codecs, DTMF and recording.' },
  video: { title: 'Video', about: 'Camera and codecs. The Lite edition has no video.' },
  network: { title: 'Network', about: 'Ports, DNS, STUN and what else happens below SIP.' },
  directory: { title: 'Directory', about: 'Contacts that come from elsewhere.' },
  window: {
    title: 'Window',
    about: 'What the windows do and where they stand; much of it is written by the program to remember it.',
  },
  program: { title: 'Program', about: 'Log, updates, and what the program remembers.' },
  history: { title: 'History', about: 'Numbers that were dialled, and calls.' },
};

const units = {
  s: 'seconds',
  percent: 'per cent',
  pixels: 'pixels',
  port: 'a port',
  'unix-seconds': 'seconds since 1970',
  calls: 'calls',
} as const;

/** What a value may be, in words. */
export function typeText(entry: SettingEntry): string {
  return `${kindText(entry.type)}${lengthText(entry)}`;
}

function kindText(type: SettingType): string {
  switch (type.kind) {
    case 'boolean':
      return '`1` or `0`';
    case 'integer':
      return ['a whole number', rangeText(type), type.unit === undefined ? '' : `(${units[type.unit]})`]
        .filter((part) => part !== '')
        .join(' ');
    case 'text':
      return 'text';
    case 'enumeration':
      return 'one of the values below';
    case 'list':
      return `a list, separated by ${type.separator === ' ' ? 'blanks' : code(type.separator)}`;
    case 'device':
      return 'the name of a device; empty for the default of Windows';
    case 'command':
      return 'a command to start';
    case 'record':
      return `fields separated by ${code(type.separator)}: ${type.fields.map(code).join(', ')}`;
  }
}

function rangeText({ maximum, minimum }: Extract<SettingType, { kind: 'integer' }>): string {
  if (minimum !== undefined && maximum !== undefined) return `from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `from ${minimum} on`;
  return maximum === undefined ? '' : `up to ${maximum}`;
}

/** Only where it is another length than that of most values. */
function lengthText(entry: SettingEntry): string {
  const read = charactersRead(entry);
  return read === limits.settingCharacters.value ? '' : `, of which ${read} characters are read`;
}

/** The value that counts when the key is missing. */
export function defaultText({ default: initially }: SettingEntry): string {
  if (initially === undefined) return 'not known, or none';
  return initially === '' ? 'empty' : code(initially);
}
