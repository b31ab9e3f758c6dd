import { availability, newIn3225, onlyIn3205 } from '../availability.ts';
import { limits } from '../limits.ts';
import { source, trap } from '../provenance.ts';
import type { SettingType } from '../setting.ts';
import { describeSettings } from './describe-setting.ts';

const loading = source('D.6', 'settings.cpp: AccountLoad', 'settings.cpp: AccountSave');
const text: SettingType = { kind: 'text', maximumCharacters: limits.accountTextCharacters.value };

/** Read in 3.22.16; release notes name DTLS-SRTP among the changes up to 3.22.3. */
const dtlsSrtp = availability(['no', 'no', 'unknown', 'yes']);

/** Keys of `[Settings]` that choose the account. */
export const accountChoiceSettings = describeSettings(
  {
    section: 'Settings',
    group: 'accounts',
    read: 'start',
    sources: [source('D.5', 'settings.cpp: SettingsLoad', 'settings.cpp: SettingsSave')],
  },
  [
    {
      key: 'accountId',
      type: { kind: 'integer', minimum: 0 },
      meaning: 'Number of the active account; 0 for the local account.',
      traps: [trap('D.5', 'While `enableLocalAccount` is 0, a 0 here becomes 1 at the next start.')],
    },
    {
      key: 'enableLocalAccount',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Enables the local account: calls without a server.',
    },
  ],
);

/** Keys of `[Account1]`, `[Account2]` … and of `[Account0]`, the local account. */
export const accountSettings = describeSettings(
  { section: 'AccountN', group: 'account', read: 'on-demand', sources: [loading] },
  [
    {
      key: 'label',
      type: { kind: 'text' },
      default: '',
      meaning: 'The name shown; the local account has one by itself.',
    },
    {
      key: 'server',
      type: text,
      default: '',
      meaning: 'The SIP server to register at; empty for no registration.',
      traps: [trap('A.6', 'Without a server nothing is waited for: numbers are dialled at once.')],
      sources: [loading, source('A.6')],
    },
    {
      key: 'proxy',
      type: { kind: 'list', separator: ' ', maximumCharacters: limits.accountTextCharacters.value },
      default: '',
      meaning: 'SIP proxies.',
    },
    {
      key: 'domain',
      type: text,
      meaning: 'The SIP domain, appended to every number without one.',
      traps: [
        trap('K.30', 'Without it the account does not exist. `[Account0]`, the local account, always loads.'),
        trap(
          'D.6',
          'Menu and dialog stop at the first number that does not load, so accounts are numbered without gaps.',
        ),
      ],
    },
    { key: 'username', type: text, default: '', meaning: 'The SIP user name.', basis: 'inferred' },
    {
      key: 'password',
      type: text,
      default: '',
      meaning:
        'The SIP password: hexadecimal of an RC2 cipher with a key derived by MD5 from one fixed text. Plain text is accepted and replaced by the cipher when it is loaded.',
      secret: true,
      traps: [
        trap(
          'D.4',
          'Anybody with the program can reverse it, and it is bound neither to user nor to machine: the same ini works elsewhere.',
        ),
        trap(
          'K.19',
          'A wrong one (401, 403) brings up the account dialog, or a balloon while the window is hidden.',
        ),
      ],
      sources: [loading, source('D.4', 'lib/Crypto.cpp'), source('J')],
    },
    {
      key: 'passwordSize',
      type: { kind: 'integer', minimum: 0 },
      meaning: 'Length of the encrypted password.',
      role: 'state',
      availability: onlyIn3205,
      sources: [loading, source('D.4')],
      basis: 'inferred',
    },
    {
      key: 'authID',
      type: text,
      default: '',
      meaning: 'The login, where it differs from the user name.',
      basis: 'inferred',
    },
    { key: 'displayName', type: text, default: '', meaning: 'The name the far end sees.', basis: 'inferred' },
    {
      key: 'dialingPrefix',
      type: { kind: 'text' },
      default: '',
      meaning: 'Put in front of numbers that look like telephone numbers and are longer than 3.',
      traps: [trap('A.7', 'A leading `+` is dropped then.')],
      sources: [loading, source('A.7', 'global.cpp: FormatNumber')],
    },
    {
      key: 'dialPlan',
      type: { kind: 'text' },
      default: '',
      meaning:
        'Alternatives separated by `|`; `x` is any character, `.` repeats, `<from:to>` replaces. One must match the whole number.',
      traps: [
        trap('A.7', 'When no alternative matches, the number becomes empty and a modal error appears.'),
        trap('N', 'It applies to names and to `user@host` as well.'),
        trap('L', 'Leave it empty.', { basis: 'field' }),
      ],
      sources: [loading, source('A.7', 'global.cpp: FormatNumber'), source('N'), source('L')],
    },
    {
      key: 'hideCID',
      type: {
        kind: 'enumeration',
        values: [
          { value: '', meaning: 'The caller id is shown.' },
          {
            value: 'soft',
            meaning: 'Hidden; how this differs from `hard` is not known.',
            availability: newIn3225,
          },
          {
            value: 'hard',
            meaning: 'Hidden; how this differs from `soft` is not known.',
            availability: newIn3225,
          },
        ],
      },
      default: '',
      meaning: 'Hides the caller id: `Privacy: id` and an anonymous From.',
      differences: [
        { versions: ['3.20.5', '3.21.6', '3.22.3'], text: '0 or 1; `soft` and `hard` came with 3.22.5.' },
      ],
      traps: [trap('K.35', "The far end's hooks then get `anonymous`.")],
      sources: [loading, source('K.35'), source('0')],
    },
    {
      key: 'voicemailNumber',
      type: { kind: 'text' },
      default: '',
      meaning: 'The number of the voicemail.',
      basis: 'inferred',
    },
    {
      key: 'transport',
      type: {
        kind: 'enumeration',
        values: [
          { value: '', meaning: 'UDP and TCP.' },
          { value: 'udp', meaning: 'UDP.' },
          { value: 'tcp', meaning: 'TCP.' },
          { value: 'tls', meaning: 'TLS.' },
        ],
      },
      default: 'udp',
      meaning: 'The SIP transport.',
    },
    {
      key: 'SRTP',
      type: {
        kind: 'enumeration',
        values: [
          { value: '', meaning: 'Off.' },
          { value: 'optional', meaning: 'Optional.' },
          { value: 'mandatory', meaning: 'Mandatory.' },
          { value: 'dtls-sdes', meaning: 'DTLS or SDES.', basis: 'inferred', availability: dtlsSrtp },
          { value: 'dtls', meaning: 'DTLS.', availability: dtlsSrtp },
        ],
      },
      default: '',
      meaning: 'Encryption of the media.',
    },
    {
      key: 'publicAddr',
      type: { kind: 'text' },
      default: '',
      meaning: 'The address to announce to the far end.',
      basis: 'inferred',
    },
    {
      key: 'registerRefresh',
      type: { kind: 'integer', minimum: limits.registerRefreshMinimum.value, unit: 's' },
      default: '300',
      meaning: 'Interval of the registration.',
    },
    {
      key: 'keepAlive',
      type: { kind: 'integer', minimum: 0, unit: 's' },
      default: '15',
      meaning: 'Interval of the keep-alive packets.',
      basis: 'inferred',
    },
    {
      key: 'publish',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Publishes the presence.',
      basis: 'inferred',
    },
    { key: 'ICE', type: { kind: 'boolean' }, default: '0', meaning: 'Uses ICE.', basis: 'inferred' },
    {
      key: 'allowRewrite',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Lets the SIP stack rewrite its Contact address.',
      basis: 'inferred',
    },
    {
      key: 'disableSessionTimer',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Turns session timers off.',
      basis: 'inferred',
    },
    {
      key: 'AVPF',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Announces the AVPF profile.',
      availability: onlyIn3205,
      basis: 'inferred',
    },
  ],
);
