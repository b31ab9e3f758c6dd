import { goneIn32216, goneIn3225 } from '../availability.ts';
import { source, trap } from '../provenance.ts';
import { describeSettings } from './describe-setting.ts';

/** Keys of `[Settings]` about the program itself: updates, log, memory. */
export const programSettings = describeSettings(
  {
    section: 'Settings',
    group: 'program',
    read: 'start',
    sources: [source('D.5', 'settings.cpp: SettingsLoad', 'settings.cpp: SettingsSave')],
  },
  [
    {
      key: 'lastCallNumber',
      type: { kind: 'text' },
      meaning: 'The number redial calls.',
      role: 'state',
      traps: [
        trap('K.33', 'An incoming call overwrites it: redial then calls the last caller.', {
          versions: ['3.21.6', '3.22.16'],
        }),
        trap('D.3', 'It reaches the disk only with the next save of all settings.'),
      ],
      sources: [source('D.5'), source('K.33', 'onIncomingCall')],
    },
    {
      key: 'lastCallHasVideo',
      type: { kind: 'boolean' },
      meaning: 'Whether redial calls with video.',
      role: 'state',
      basis: 'inferred',
    },
    {
      key: 'updatesInterval',
      type: {
        kind: 'enumeration',
        values: [
          { value: '', meaning: 'Weekly.' },
          { value: 'daily', meaning: 'Daily.' },
          { value: 'monthly', meaning: 'Monthly.' },
          { value: 'quarterly', meaning: 'Quarterly.' },
          { value: 'never', meaning: 'Never.' },
          { value: 'always', meaning: 'At every start.', basis: 'inferred' },
        ],
      },
      default: '',
      meaning: 'How often MicroSIP looks for an update.',
      traps: [
        trap('K.22', 'A found update asks a modal question; unattended phones want `never`.'),
        trap('D.3', 'An automatic check rewrites all settings.'),
      ],
    },
    {
      key: 'checkUpdatesTime',
      type: { kind: 'integer', unit: 'unix-seconds' },
      meaning: 'When MicroSIP last looked for an update.',
      role: 'state',
      availability: goneIn32216,
      differences: [
        {
          versions: ['3.22.16'],
          text: 'Stands in `[Global]`; a leftover in `[Settings]` is deleted at every start while the one in `[Global]` is empty.',
        },
      ],
      sources: [source('D.5'), source('B.1', 'settings.cpp: Init')],
    },
    {
      key: 'version',
      type: { kind: 'text' },
      meaning: 'The version that wrote the ini.',
      role: 'state',
      availability: goneIn32216,
      differences: [{ versions: ['3.22.16'], text: 'Stands in `[Global]`.' }],
    },
    {
      key: 'enableLog',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Writes the log of the SIP stack, with complete SIP messages.',
      traps: [
        trap('F.3', 'Takes effect when the SIP stack is created: at the start, or at OK in the settings.'),
      ],
      sources: [source('D.5'), source('F.3')],
    },
    {
      key: 'callsLastKey',
      type: { kind: 'integer', minimum: 0, maximum: 999 },
      meaning: 'Where the ring buffer of `[Calls]` was written last.',
      role: 'state',
      availability: goneIn3225,
      sources: [source('D.5'), source('D.7')],
      basis: 'inferred',
    },
  ],
);
