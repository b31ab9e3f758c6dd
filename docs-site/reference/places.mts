import {
  settings,
  type CommandId,
  type FolkloreClaim,
  type HookKey,
  type LimitId,
  type SchemeName,
  type SettingEntry,
  type SettingGroup,
  type Surprise,
  type Topic,
} from 'microsip-sdk/catalogue';

/** Where each entry of the catalogue stands on the site: the address of its page, with its anchor. */
export const placeOf = {
  command: (id: CommandId): string => `/reference/command-line/${id}`,
  scheme: (scheme: SchemeName): string => `/reference/url-schemes#${scheme}`,
  hook: (key: HookKey): string => `/reference/event-hooks#${key.toLowerCase()}`,
  settingGroup: (group: SettingGroup): string => `/reference/settings/${group}`,
  setting: (entry: SettingEntry): string => `/reference/settings/${entry.group}#${settingAnchor(entry)}`,
  claim: ({ id }: Pick<FolkloreClaim, 'id'>): string => `/reference/what-the-web-says#${id}`,
  limit: (id: LimitId): string => `/reference/limits#${limitAnchor(id)}`,
  surprise: ({ facts }: Pick<Surprise, 'facts'>): string => `/reference/surprises#${surpriseAnchor(facts)}`,
  topic: ({ id }: Pick<Topic, 'id'>): string => {
    const page = topicPages.get(id);
    if (page === undefined) throw new RangeError(`The topic “${id}” has no page.`);
    return `${page}#${id}`;
  },
  /** A command of the kit, such as `settings set`. */
  kitCommand: (group: string, name: string): string =>
    `/reference/microsip/${slug(group)}#${name.replaceAll(' ', '-')}`,
} as const;

/** The anchor of a setting on the page of its group. */
export function settingAnchor({ key, section }: SettingEntry): string {
  const named = slug(key);
  // The sections that share a page may share a key.
  return section === 'Settings' || section === 'AccountN' ? named : `${section.toLowerCase()}-${named}`;
}

export function limitAnchor(id: LimitId): string {
  return slug(id.replaceAll(/[A-Z]/gu, '-$&'));
}

/** `K.13` is found as `k-13`. */
export function surpriseAnchor(facts: string): string {
  return slug(facts);
}

/** A text as a part of an address. */
export function slug(value: string): string {
  return value
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
}

/** The setting that a key is the name of; nothing where it names several. */
export function settingNamed(key: string): SettingEntry | undefined {
  const [entry, another] = settings.filter((candidate) => candidate.key === key);
  return another === undefined ? entry : undefined;
}

const pagesOfTopics = {
  '/reference/command-line/how-it-is-read': ['command-line-pipeline', 'dialling', 'number-formatting'],
  '/reference/command-line/how-it-arrives': ['single-instance', 'window-message'],
  '/reference/url-schemes': ['links'],
  '/reference/event-hooks': ['hook-order', 'hook-programs', 'hook-values', 'hook-argument'],
  '/reference/files': [
    'ini-location',
    'ini-encoding',
    'ini-life',
    'call-history',
    'contacts',
    'log-file',
    'recordings',
  ],
  '/reference/calls': ['incoming-calls', 'hidden-operation'],
  '/reference/network': ['users-directory', 'http-traffic'],
  '/reference/other-interfaces': ['other-interfaces'],
  '/reference/versions': ['provenance'],
} as const;

const topicPages: ReadonlyMap<string, string> = new Map(
  Object.entries(pagesOfTopics).flatMap(([page, ids]) => ids.map((id) => [id, page] as const)),
);
