import { availability, everyVersion, goneIn3225, newIn32216, newIn3225 } from '../availability.ts';
import { source, trap } from '../provenance.ts';
import { describeSettings } from './describe-setting.ts';
import type { ShortcutType } from './shortcut-type.ts';

const sections = source('D.7');

const noEscaping = trap('D.7', 'A `;` inside a field is not escaped, so it cannot be used there.');

/** Keys of the sections that hold lists, and of `[Global]`. */
export const listSettings = [
  ...describeSettings({ section: 'Global', group: 'program', read: 'start', sources: [sections] }, [
    {
      key: 'version',
      type: { kind: 'text' },
      meaning: 'The version that wrote the ini.',
      role: 'state',
      availability: newIn32216,
    },
    {
      key: 'checkUpdatesTime',
      type: { kind: 'integer', unit: 'unix-seconds' },
      meaning: 'When MicroSIP last looked for an update.',
      role: 'state',
      availability: newIn32216,
    },
  ]),
  ...describeSettings(
    { section: 'Dialed', group: 'history', read: 'start', sources: [sections, source('A.6')] },
    [
      {
        key: '0…9',
        keyRange: [0, 9],
        type: { kind: 'text' },
        meaning: 'The numbers dialled last, newest first. The whole section is rewritten with every call.',
        role: 'state',
        traps: [
          trap(
            'A.6',
            'A number is put here before anything is checked, so refused attempts and mistyped flags are here too.',
          ),
          trap('N', 'Calls only, no chat messages; parked numbers when their call is made.'),
        ],
      },
    ],
  ),
  ...describeSettings({ section: 'Shortcuts', group: 'window', read: 'start', sources: [sections] }, [
    {
      key: '0…7',
      keyRange: [0, 7],
      type: {
        kind: 'record',
        separator: ';',
        fields: ['label', 'number', 'type', 'number2', 'presence', 'label2'],
      },
      meaning: 'One shortcut button. `type` is one of the shortcut types.',
      differences: [
        { versions: ['3.20.5', '3.21.6', '3.22.3'], text: 'No field `label2`; it came with 3.22.5.' },
      ],
      traps: [noEscaping],
      sources: [sections, source('D.4')],
    },
  ]),
  ...describeSettings(
    { section: 'Calls', group: 'history', read: 'start', sources: [sections, source('F.1')] },
    [
      {
        key: '0…999',
        keyRange: [0, 999],
        type: {
          kind: 'record',
          separator: ';',
          fields: ['number', 'name', 'type', 'time', 'duration', 'info'],
        },
        meaning:
          'One call of the history, a ring buffer whose place is `callsLastKey`; `null` for a deleted one. `type` is 0 outgoing, 1 incoming, 2 missed.',
        role: 'state',
        availability: goneIn3225,
        differences: [{ versions: ['3.22.16'], text: 'Moved into `call_log.db` and removed, since 3.22.5.' }],
        traps: [noEscaping],
      },
    ],
  ),
  ...describeSettings({ section: 'Contacts', group: 'directory', read: 'start', sources: [sections] }, [
    {
      key: '(any)',
      type: { kind: 'text' },
      meaning: 'Contacts of very old versions, moved into `Contacts.xml`.',
      role: 'state',
      availability: availability(['no', 'no', 'no', 'no']),
    },
  ]),
];

const refusedUpTo3223 = availability(['partly', 'partly', 'partly', 'no']);

/** The types of a shortcut: the third field of an entry of `[Shortcuts]`. What most of them do only their names tell. */
export const shortcutTypes: readonly ShortcutType[] = [
  { type: 'call', meaning: 'Calls.', availability: everyVersion, basis: 'inferred' },
  { type: 'video', meaning: 'Calls with video.', availability: everyVersion, basis: 'inferred' },
  { type: 'message', meaning: 'Opens a chat.', availability: everyVersion, basis: 'inferred' },
  { type: 'dtmf', meaning: 'Sends DTMF digits.', availability: everyVersion, basis: 'inferred' },
  {
    type: 'transfer',
    meaning: 'Transfers without consultation.',
    availability: everyVersion,
    basis: 'inferred',
  },
  {
    type: 'attendedTransfer',
    meaning: 'Transfers with consultation.',
    availability: everyVersion,
    basis: 'inferred',
  },
  { type: 'conference', meaning: 'Adds to the conference.', availability: everyVersion, basis: 'inferred' },
  {
    type: 'callOrBT',
    meaning: 'Calls, or transfers without consultation during a call.',
    availability: newIn3225,
    basis: 'inferred',
  },
  {
    type: 'callOrAT',
    meaning: 'Calls, or transfers with consultation during a call.',
    availability: newIn3225,
    basis: 'inferred',
  },
  {
    type: 'callOrConference',
    meaning: 'Calls, or adds to the conference during a call.',
    availability: newIn3225,
    basis: 'inferred',
  },
  {
    type: 'runBatch',
    meaning: 'A known name that refuses: not available in the free version.',
    availability: refusedUpTo3223,
    basis: 'verified',
  },
  {
    type: 'callURL',
    meaning: 'A known name that refuses: not available in the free version.',
    availability: refusedUpTo3223,
    basis: 'verified',
  },
  {
    type: 'popURL',
    meaning: 'A known name that refuses: not available in the free version.',
    availability: refusedUpTo3223,
    basis: 'verified',
  },
];
