import { goneIn3223, newIn3216, newIn3216ButUnreadIn3223, newIn3223 } from '../availability.ts';
import { source, trap } from '../provenance.ts';
import type { SettingEntry } from '../setting.ts';
import { describeSettings } from './describe-setting.ts';

const position = <Key extends string>(
  key: Key,
  meaning: string,
): Pick<SettingEntry, 'type' | 'default' | 'meaning' | 'role'> & { readonly key: Key } => ({
  key,
  type: { kind: 'integer', unit: 'pixels' },
  default: '0',
  meaning,
  role: 'state',
});

/** Keys of `[Settings]` about windows and buttons. */
export const windowSettings = describeSettings(
  {
    section: 'Settings',
    group: 'window',
    read: 'start',
    sources: [source('D.5', 'settings.cpp: SettingsLoad', 'settings.cpp: SettingsSave')],
  },
  [
    {
      key: 'singleMode',
      type: { kind: 'boolean' },
      default: '1',
      meaning:
        'One call at a time, no separate call window. With 0 calls have tabs in a window of their own, and the selected tab is what commands for hold, DTMF and transfer hit.',
      traps: [
        trap(
          'G',
          'With 1, a dial command during a call is silently ignored; calls that only ring in do not count.',
        ),
        trap('G', 'With 1, answering a call hangs up the others, and attended transfer is refused.'),
        trap('G', 'With 1, a call started in any other way than by hand or command hangs up the others.'),
        trap('G', 'With 1, a second incoming call still rings unless `callWaiting=0`.'),
        trap('G', 'With 0, the call window is shown at events and takes the focus.'),
        trap(
          'L',
          'With 0, three simultaneous outgoing calls were seen to run; windows reappear at each event.',
          {
            basis: 'field',
          },
        ),
      ],
      sources: [source('D.5', 'settings.cpp: SettingsLoad'), source('G')],
    },
    {
      key: 'minimized',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Start hidden, as with `/minimized`.',
      availability: newIn3216,
      traps: [
        trap(
          'K.14',
          'It concerns the start only: the first dial brings the window up, and only `msip:minimize` or the user hides it.',
        ),
      ],
      sources: [source('D.5'), source('A.2', 'mainDlg.cpp: OnInitDialog')],
    },
    {
      key: 'silent',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Windows are not activated, and a second start without a command does not show the window.',
      availability: goneIn3223,
      differences: [
        { versions: ['3.20.5'], text: 'Dialling raises the window all the same.' },
        { versions: ['3.21.6'], text: 'Dialling does not raise the window.' },
      ],
      traps: [
        trap('K.24', 'Later versions ignore it; older guides do not apply.', {
          versions: ['3.22.3', '3.22.16'],
        }),
      ],
      sources: [source('D.5'), source('A.6'), source('J'), source('M'), source('N')],
    },
    {
      key: 'bringToFrontOnIncoming',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'The ring dialog stays on top and takes the foreground.',
    },
    {
      key: 'randomAnswerBox',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'The ring dialog appears at a random place.',
    },
    {
      key: 'noIgnoreCall',
      type: { kind: 'boolean' },
      default: '0',
      meaning:
        'The ring dialog has no Ignore button, and closing it declines the call instead of only silencing it.',
      sources: [source('D.5', 'RinginDlg.cpp: OnClose')],
    },
    {
      key: 'multiMonitor',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Positions on other monitors are kept.',
      availability: newIn3216ButUnreadIn3223,
    },
    { key: 'alwaysOnTop', type: { kind: 'boolean' }, default: '0', meaning: 'The window stays on top.' },
    { key: 'noResize', type: { kind: 'boolean' }, default: '0', meaning: 'The window cannot be resized.' },
    position('mainX', 'Left edge of the main window.'),
    position('mainY', 'Top edge of the main window.'),
    position('mainW', 'Width of the main window.'),
    position('mainH', 'Height of the main window.'),
    position('messagesX', 'Left edge of the call window.'),
    position('messagesY', 'Top edge of the call window.'),
    position('messagesW', 'Width of the call window.'),
    position('messagesH', 'Height of the call window.'),
    position('ringinX', 'Left edge of the ring dialog.'),
    position('ringinY', 'Top edge of the ring dialog.'),
    position('callsWidth0', 'Width of the first column of the call list.'),
    position('callsWidth1', 'Width of the second column of the call list.'),
    position('callsWidth2', 'Width of the third column of the call list.'),
    position('callsWidth3', 'Width of the fourth column of the call list.'),
    position('callsWidth4', 'Width of the fifth column of the call list.'),
    position('callsWidth5', 'Width of the sixth column of the call list.'),
    position('contactsWidth0', 'Width of the first column of the contact list.'),
    position('contactsWidth1', 'Width of the second column of the contact list.'),
    position('contactsWidth2', 'Width of the third column of the contact list.'),
    {
      key: 'activeTab',
      type: { kind: 'integer' },
      default: '0',
      meaning: 'The tab selected last.',
      role: 'state',
    },
    {
      key: 'enableShortcuts',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Shows the panel of shortcuts.',
    },
    {
      key: 'shortcutsBottom',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'The panel of shortcuts stands at the bottom.',
    },
    {
      key: 'defaultAction',
      type: {
        kind: 'enumeration',
        values: [
          { value: '', meaning: 'The default action; which one it is was not read.' },
          { value: 'call', meaning: 'Call.' },
          { value: 'video', meaning: 'Video call.' },
          { value: 'message', meaning: 'Message.' },
        ],
      },
      default: '',
      meaning: 'What a double click on a contact does.',
      traps: [trap('A.6', 'It does not concern the command line: a call from there is always audio.')],
    },
    {
      key: 'buttonAC',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'Shows the AC button.',
      availability: newIn3223,
    },
    {
      key: 'buttonCONF',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'Shows the CONF button.',
      availability: newIn3223,
    },
  ],
);
