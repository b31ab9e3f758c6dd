import { commands } from 'microsip-sdk/catalogue';

import { commandAreas } from './command-line/overview-page.mts';
import { commandGroups } from './microsip-command/command-definition.mts';
import { slug } from './places.mts';
import { groupsInOrder } from './settings/settings-pages.mts';

const folder = 'reference/generated';

/** Some steps that belong together, with a page of their own or without. */
export interface SidebarCategory {
  readonly type: 'category';
  readonly label: string;
  readonly link?: { readonly type: 'doc'; readonly id: string };
  readonly collapsed?: boolean;
  readonly items: readonly SidebarItem[];
}

/** One step of the way through the site, as Docusaurus takes it. */
export type SidebarItem = string | SidebarCategory;

function category(entry: Omit<SidebarCategory, 'type'>): SidebarItem {
  return { type: 'category', ...entry };
}

/** The way through the reference of MicroSIP's interfaces. */
export const apiSidebar: readonly SidebarItem[] = [
  category({
    label: 'Command line',
    link: { type: 'doc', id: `${folder}/command-line` },
    items: [
      `${folder}/command-line/how-it-is-read`,
      `${folder}/command-line/how-it-arrives`,
      ...Object.entries(commandAreas).map(([area, label]) =>
        category({
          label,
          items: commands
            .filter((command) => command.area === area)
            .map(({ id }) => `${folder}/command-line/${id}`),
        }),
      ),
    ],
  }),
  `${folder}/url-schemes`,
  category({
    label: 'Inbound events',
    link: { type: 'doc', id: `${folder}/inbound-events` },
    items: [`${folder}/event-hooks`],
  }),
  category({
    label: 'Settings',
    link: { type: 'doc', id: `${folder}/settings` },
    items: groupsInOrder().map((group) => `${folder}/settings/${group}`),
  }),
  `${folder}/files`,
  `${folder}/versions`,
  `${folder}/what-the-web-says`,
  `${folder}/surprises`,
  `${folder}/limits`,
  `${folder}/data`,
  category({
    label: 'Background',
    items: ['calls', 'network', 'other-interfaces', 'custom-builds', 'seen-in-production'].map(
      (name) => `${folder}/${name}`,
    ),
  }),
];

/** The way through the reference of the kit's own command. */
export const kitSidebar: readonly SidebarItem[] = [
  category({
    label: 'The microsip command',
    link: { type: 'doc', id: `${folder}/microsip` },
    items: commandGroups.map((group) => `${folder}/microsip/${slug(group)}`),
  }),
  `${folder}/doctor`,
  'reference/errors',
];

/** The way through what is about the extension for VS Code. */
export const editorSidebar: readonly SidebarItem[] = [
  category({
    label: 'VS Code',
    link: { type: 'doc', id: 'vscode' },
    items: [`${folder}/vscode`],
  }),
];

/** The guide that is made from the data. */
export const dialFromYourLanguage = `${folder}/dial-from-your-language`;
