import { newIn3216 } from '../availability.ts';
import { hooks } from '../hooks.ts';
import { limits } from '../limits.ts';
import { source, trap } from '../provenance.ts';
import { describeSettings } from './describe-setting.ts';

const loading = source('D.5', 'settings.cpp: SettingsLoad', 'settings.cpp: SettingsSave');

/** Keys of `[Settings]` about feature codes, buttons of headsets, and event hooks. */
export const automationSettings = [
  ...describeSettings(
    { section: 'Settings', group: 'automation', read: 'start', sources: [loading, source('G')] },
    [
      {
        key: 'featureCodeCP',
        type: { kind: 'text' },
        default: '**',
        meaning: 'Feature code for call pickup, followed by the number.',
        availability: newIn3216,
      },
      {
        key: 'featureCodeBT',
        type: { kind: 'text' },
        default: '##',
        meaning: 'Feature code for blind transfer, sent as DTMF.',
        availability: newIn3216,
      },
      {
        key: 'featureCodeAT',
        type: { kind: 'text' },
        default: '*2',
        meaning: 'Feature code for attended transfer, sent as DTMF.',
        availability: newIn3216,
      },
      {
        key: 'enableFeatureCodeCP',
        type: { kind: 'boolean' },
        default: '1',
        meaning: 'Picks calls up with the feature code.',
        availability: newIn3216,
      },
      {
        key: 'enableFeatureCodeBT',
        type: { kind: 'boolean' },
        default: '0',
        meaning: 'Transfers with the feature code instead of SIP REFER; `/transfer:` too.',
        availability: newIn3216,
        sources: [loading, source('A.9', 'MessagesDlg.cpp: CallAction')],
      },
      {
        key: 'enableFeatureCodeAT',
        type: { kind: 'boolean' },
        default: '0',
        meaning: 'Attended transfer with the feature code.',
        availability: newIn3216,
      },
      {
        key: 'enableMediaButtons',
        type: { kind: 'boolean' },
        default: '0',
        meaning: 'Media keys: play answers and holds, stop declines and hangs up.',
        traps: [trap('L', 'Media keys did not hang up in a test in production.', { basis: 'field' })],
        sources: [loading, source('I')],
      },
      {
        key: 'headsetSupport',
        type: { kind: 'boolean' },
        default: '0',
        meaning: 'Supports HID headsets.',
        sources: [loading, source('I')],
      },
    ],
  ),
  ...describeSettings(
    { section: 'Settings', group: 'automation', read: 'start', sources: [loading] },
    hooks.map((hook) => ({
      key: hook.key,
      type: { kind: 'command', maximumCharacters: limits.hookValueCharacters.value } as const,
      default: '',
      meaning: `The program this event starts: ${hook.when}`,
      quotedWhenSaved: newIn3216,
      availability: hook.availability,
      sources: [loading, ...hook.sources],
    })),
  ),
  ...describeSettings(
    { section: 'Settings', group: 'directory', read: 'start', sources: [loading, source('H')] },
    [
      {
        key: 'usersDirectory',
        type: { kind: 'text' },
        default: '',
        meaning:
          'Address of a directory of contacts, fetched by GET (http or https). `%s` stands for user name, password and server, in this order; `{time}`, `{server}`, `{username}`, `{password}` and `{md5_password}` are replaced.',
        differences: [
          {
            versions: ['3.20.5'],
            text: 'The address is used as a printf format: a `%20` meant literally is dangerous.',
          },
          {
            versions: ['3.21.6', '3.22.16'],
            text: 'Also `{version}`, `{label}` and `{domain}`; every `%` but `%s` is protected; `sequence=n` is appended to the query.',
          },
        ],
        traps: [
          trap('H', 'Certificate errors are ignored.'),
          trap('H', 'A password in the address goes to whoever serves it.', { basis: 'inferred' }),
          trap('H', 'Contacts that came from the directory and are missing in the answer are deleted.'),
        ],
        sources: [loading, source('H', 'mainDlg.cpp: UsersDirectoryLoad', 'global.cpp: msip_url_mask')],
      },
    ],
  ),
];
