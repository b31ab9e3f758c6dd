import {
  buildOptions,
  fieldNotes,
  keyboardShortcuts,
  menuCommands,
  type FieldNote,
} from 'microsip-sdk/catalogue';

import { linkedText } from './linked-text.mts';
import { code, page, table, text } from './markdown.mts';
import { topicSection } from './statements.mts';
import { topicNamed } from './topic-named.mts';
import { cellWithNote, markLegend, tableByVersion } from './version-columns.mts';

/** The page of what happens to calls by themselves. */
export function callsPage(): string {
  return page(
    {
      slug: '/reference/calls',
      title: 'Calls by themselves',
      description:
        'Which incoming calls MicroSIP refuses and how, and what is left of running it where nobody sees it.',
    },
    'What MicroSIP does with calls before anybody touches it. The [settings of incoming calls](/reference/settings/incoming) decide most of it.',
    topicSection(topicNamed('incoming-calls')),
    topicSection(topicNamed('hidden-operation')),
  );
}

/** The page of what MicroSIP fetches from the network. */
export function networkPage(): string {
  return page(
    {
      slug: '/reference/network',
      title: 'What it fetches',
      description:
        'The users directory that MicroSIP fetches names and presence from, in which formats and how often, and what else it sends by itself.',
    },
    'MicroSIP serves nothing by HTTP. It fetches a directory of contacts if one is set, and looks for updates.',
    topicSection(topicNamed('users-directory')),
    topicSection(topicNamed('http-traffic')),
  );
}

/** The page of the ways in that are neither command line nor links. */
export function otherInterfacesPage(): string {
  return page(
    {
      slug: '/reference/other-interfaces',
      title: 'Other ways in',
      description:
        'Window messages, menu ids, keys and headsets: what else reaches MicroSIP from outside, and the interfaces that do not exist.',
    },
    'Beside [the command line](/reference/command-line) and [links](/reference/url-schemes) little reaches MicroSIP from outside, and nothing of it is documented by its authors.',
    topicSection(topicNamed('other-interfaces')),
    '## Menu ids {#menu-ids}',
    `Sent to the main window as \`WM_COMMAND\`. ${markLegend(
      menuCommands.map(({ availability }) => availability),
      'means that this version does not have it',
    )}`,
    tableByVersion(
      'Id',
      menuCommands.map(({ availability, id, meaning, name }) => [
        cellWithNote(`${code(name)} = ${code(String(id))}`, text(meaning)),
        availability,
      ]),
    ),
    '## Keys of the window {#keys}',
    'They need the focus; there are no keys that work everywhere.',
    tableByVersion(
      'Keys',
      keyboardShortcuts.map(({ availability, keys, meaning }) => [
        cellWithNote(code(keys), text(meaning)),
        availability,
      ]),
    ),
  );
}

/** The page of what only a build of one's own can change. */
export function customBuildsPage(): string {
  return page(
    {
      slug: '/reference/custom-builds',
      title: 'Custom builds',
      description:
        "The compile-time options that MicroSIP's source shows: what only a build of one's own can change, and where it was seen.",
    },
    `MicroSIP has options that are set when it is compiled, in \`define.h\`, \`const.h\` and the project. The vendor's form for a
custom build is a web page, no interface; what is [a setting](/reference/settings) needs no build. The code of custom
builds is taken out of the source that was published of 3.22.16.`,
    table(
      ['Macro', 'What it changes', 'Seen in'],
      buildOptions.map(({ macro, meaning, seenIn }) => [code(macro), linkedText(meaning), text(seenIn)]),
    ),
  );
}

const agreements: Readonly<Record<FieldNote['agreement'], string>> = {
  agrees: 'agrees with the source',
  contradicts: '**contradicts** the source',
  plausible: 'plausible',
  'not-checked': 'not checked',
  'outside-microsip': 'outside MicroSIP',
};

/** The page of what people saw who run MicroSIP in production. */
export function fieldNotesPage(): string {
  return page(
    {
      slug: '/reference/seen-in-production',
      title: 'Seen in production',
      description:
        'What people who run MicroSIP 3.22.9 on many seats reported, held against the source of the versions around it.',
    },
    `Testimony about MicroSIP 3.22.9 on some 26 seats, driven by a helper through command line and hooks. The source of that
version was not read; each observation is held against those around it.`,
    table(
      ['Observation', 'Held against the source', 'Remark'],
      fieldNotes.map(({ agreement, observation, remark = '' }) => [
        linkedText(observation),
        agreements[agreement],
        text(remark),
      ]),
    ),
  );
}
