import { commands } from 'microsip-sdk/catalogue';

import {
  callsPage,
  customBuildsPage,
  fieldNotesPage,
  networkPage,
  otherInterfacesPage,
} from './background-pages.mts';
import { commandPage } from './command-line/command-page.mts';
import { howItArrivesPage, howItIsReadPage } from './command-line/delivery-pages.mts';
import { commandLinePage } from './command-line/overview-page.mts';
import { dataPage } from './data-page.mts';
import { dialFromYourLanguagePage } from './dial-from-your-language-page.mts';
import { doctorPage } from './doctor-page.mts';
import { editorPage } from './editor-page.mts';
import { eventHooksPage } from './event-hooks-page.mts';
import { filesPage } from './files-page.mts';
import { folklorePage } from './folklore-page.mts';
import { inboundEventsPage } from './inbound-events-page.mts';
import { limitsPage } from './limits-page.mts';
import { commandGroups } from './microsip-command/command-definition.mts';
import { microsipCommandPage, commandGroupPage } from './microsip-command/command-pages.mts';
import { slug } from './places.mts';
import { groupsInOrder, settingGroupPage, settingsPage } from './settings/settings-pages.mts';
import { surprisesPage } from './surprises-page.mts';
import { urlSchemesPage } from './url-schemes-page.mts';
import { versionsPage } from './versions-page.mts';

/** Every page that is made from the data: the file it is written to, and its text. */
export function referencePages(): Readonly<Record<string, string>> {
  return {
    'dial-from-your-language.mdx': dialFromYourLanguagePage(),
    'command-line.md': commandLinePage(),
    'command-line/how-it-is-read.md': howItIsReadPage(),
    'command-line/how-it-arrives.md': howItArrivesPage(),
    ...pages(commands, ({ id }) => [`command-line/${id}.mdx`, commandPage]),
    'url-schemes.md': urlSchemesPage(),
    'inbound-events.md': inboundEventsPage(),
    'event-hooks.md': eventHooksPage(),
    'settings.md': settingsPage(),
    ...pages(groupsInOrder(), (group) => [`settings/${group}.md`, settingGroupPage]),
    'files.md': filesPage(),
    'versions.md': versionsPage(),
    'what-the-web-says.md': folklorePage(),
    'limits.md': limitsPage(),
    'surprises.md': surprisesPage(),
    'calls.md': callsPage(),
    'network.md': networkPage(),
    'other-interfaces.md': otherInterfacesPage(),
    'custom-builds.md': customBuildsPage(),
    'seen-in-production.md': fieldNotesPage(),
    'data.md': dataPage(),
    'microsip.md': microsipCommandPage(),
    ...pages(commandGroups, (group) => [`microsip/${slug(group)}.md`, commandGroupPage]),
    'doctor.md': doctorPage(),
    'vscode.md': editorPage(),
  };
}

function pages<Entry>(
  entries: readonly Entry[],
  pageOf: (entry: Entry) => readonly [file: string, write: (entry: Entry) => string],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    entries.map((entry) => {
      const [file, write] = pageOf(entry);
      return [file, write(entry)];
    }),
  );
}
