import { inEveryVersion, type FolkloreClaim } from '../folklore-claim.ts';
import { source } from '../provenance.ts';

const believedIn = 'Forum answers, blog posts and generated pages';
const guessed = 'A guess that suggests itself';

type Own = Pick<FolkloreClaim, 'id' | 'claim' | 'about' | 'truth' | 'rightWay' | 'sources'> &
  Partial<FolkloreClaim>;

const untrue = (own: Own): FolkloreClaim => ({
  believedIn,
  verdict: 'false',
  verdicts: inEveryVersion('false'),
  differences: [],
  basis: 'verified',
  ...own,
});

/** Interfaces, hooks and files that web pages describe and MicroSIP does not have, or not so. */
export const imaginedInterfaceClaims: readonly FolkloreClaim[] = [
  untrue({
    id: 'dde',
    claim: 'It takes DDE commands.',
    about: 'interfaces',
    truth: 'There is no DDE in any version read.',
    rightWay: {
      text: 'The command line, or the window message.',
      commands: ['dial'],
      kit: ['microsip dial 101'],
    },
    sources: [source('I')],
  }),
  untrue({
    id: 'com-object',
    claim: 'It registers a COM object for automation.',
    about: 'interfaces',
    truth: 'Nothing in its source registers a COM class.',
    rightWay: {
      text: 'The command line, or the window message.',
      commands: ['dial'],
      kit: ['microsip dial 101'],
    },
    sources: [source('I'), source('E')],
  }),
  untrue({
    id: 'network-interface',
    claim: 'It listens on a named pipe, a TCP port or an HTTP port.',
    about: 'interfaces',
    truth: 'It has no named pipe, and no TCP or HTTP interface.',
    rightWay: {
      text: 'The kit sends its events on, as webhooks or to a broker.',
      commands: [],
      kit: ['microsip relay'],
    },
    sources: [source('I'), source('H')],
  }),
  untrue({
    id: 'wm-command-for-calls',
    claim: 'It answers and hangs up by `WM_COMMAND` ids.',
    about: 'interfaces',
    truth:
      'Ids of the menu reach the main window: exit, settings, log, always-on-top, shortcuts, account, and mute from 3.21.6 on. None answers or hangs up.',
    rightWay: {
      text: '`/answer`, `/hangupall` and `/hangupincoming`, by command line or window message.',
      commands: ['answer', 'hangup-all', 'hangup-incoming'],
      kit: ['microsip answer', 'microsip hangup'],
    },
    sources: [source('I')],
  }),
  untrue({
    id: 'general-on-incoming-call',
    claim: '`OnIncomingCall=` in section `[General]` of the ini starts a program when a call comes in.',
    about: 'hooks',
    truth: 'There is neither such a section nor such a key.',
    rightWay: {
      text: '`cmdCallRing` in `[Settings]` for calls that ring; `cmdIncomingCall` for all that arrive.',
      commands: [],
      hooks: ['cmdCallRing', 'cmdIncomingCall'],
      kit: ['microsip hooks install'],
    },
    sources: [source('C.1'), source('D.5')],
  }),
  untrue({
    id: 'cmd-call-incoming',
    claim: '`cmdCallIncoming` starts a program when a call comes in.',
    about: 'hooks',
    truth: 'No version reads this key. It is called `cmdIncomingCall`.',
    rightWay: {
      text: '`cmdIncomingCall`, or rather `cmdCallRing`, which leaves out calls that are refused.',
      commands: [],
      hooks: ['cmdIncomingCall', 'cmdCallRing'],
      kit: ['microsip hooks install'],
    },
    sources: [source('C.1')],
  }),
  untrue({
    id: 'callerid-variable',
    claim: '`%callerid%` in a hook is replaced by the number of the caller.',
    about: 'hooks',
    truth: 'It stays as it is. MicroSIP appends the number at the end, after a space and without quotes.',
    differences: [
      {
        versions: ['3.21.6', '3.22.3', '3.22.16'],
        text: '`{callerid}`, in braces, is replaced in `cmdOutgoingCall` only.',
      },
    ],
    rightWay: {
      text: 'Read what stands at the end, and treat it as hostile text.',
      commands: [],
      hooks: ['cmdCallRing'],
      kit: ['microsip hooks install'],
    },
    sources: [source('C.2'), source('C.3')],
  }),
  untrue({
    id: 'percent-one',
    claim: '`%1` in a hook is replaced by the number of the caller.',
    about: 'hooks',
    truth: 'It stays as it is. MicroSIP appends the number at the end, after a space and without quotes.',
    rightWay: {
      text: 'Read what stands at the end, and treat it as hostile text.',
      commands: [],
      hooks: ['cmdCallRing'],
      kit: ['microsip hooks install'],
    },
    sources: [source('C.3')],
  }),
  untrue({
    id: 'hooks-are-asynchronous',
    claim: 'Hooks run asynchronously, so a slow one does no harm.',
    about: 'hooks',
    truth:
      'MicroSIP waits up to 10 s for each of them, with its window frozen, or with SIP handling frozen for `cmdIncomingCall`.',
    rightWay: {
      text: 'Hand the event on and end at once; never start `microsip.exe` and wait for it.',
      commands: [],
      hooks: ['cmdIncomingCall'],
      kit: ['microsip hooks install', 'microsip events --follow'],
    },
    sources: [source('C.3'), source('K.8')],
  }),
  untrue({
    id: 'batch-file-hook',
    claim: 'A batch file is a good hook.',
    believedIn: guessed,
    about: 'hooks',
    truth:
      'The caller chooses the text at its end, and a batch file interprets `&`, `|`, `^` and `%`: a caller can run commands.',
    rightWay: {
      text: 'An `.exe` that takes its arguments as data.',
      commands: [],
      hooks: ['cmdCallRing'],
      kit: ['microsip hooks install'],
    },
    sources: [source('C.5'), source('N')],
  }),
  untrue({
    id: 'utf8-ini',
    claim: 'The ini can be written in UTF-8.',
    about: 'settings',
    truth:
      'It is taken for the ANSI code page and converted: all beyond ASCII is mangled, and a BOM costs the first section. In production the account was lost.',
    rightWay: {
      text: 'UTF-16LE with BOM and CRLF, while MicroSIP is closed.',
      commands: [],
      kit: ['microsip settings set KEY VALUE', 'microsip profile apply FILE'],
    },
    basis: 'inferred',
    sources: [source('D.2'), source('L')],
  }),
  untrue({
    id: 'edit-ini-while-running',
    claim: 'Settings can be edited in the ini while it runs, and take effect.',
    believedIn: guessed,
    about: 'settings',
    truth:
      'They are overwritten at the next save, and moving a window is enough for one. Nothing makes it read them again.',
    rightWay: {
      text: 'End it, edit, start it.',
      commands: ['exit'],
      kit: ['microsip exit', 'microsip settings set KEY VALUE', 'microsip start'],
    },
    sources: [source('D.3'), source('K.18')],
  }),
  untrue({
    id: 'msip-links',
    claim: 'A web page can use `msip:` links.',
    believedIn: guessed,
    about: 'links',
    truth: 'Neither the program nor its installer registers that scheme. It works on the command line only.',
    rightWay: {
      text: '`tel:`, `sip:` or `callto:` links dial; commands do not belong in web pages.',
      commands: ['msip-text'],
      kit: ['microsip handlers status'],
    },
    sources: [source('A.3'), source('E')],
  }),
  {
    id: 'hidden-flag',
    claim: '`/hidden` runs it without any window.',
    believedIn: 'Guides written for older versions',
    about: 'command-line',
    verdict: 'partly',
    verdicts: { '3.20.5': 'true', '3.21.6': 'true', '3.22.3': 'false', '3.22.16': 'false' },
    truth: 'Up to 3.21.6, at a start while no instance runs. Later versions dial it.',
    differences: [
      { versions: ['3.20.5', '3.21.6'], text: 'While an instance runs it does nothing.' },
      { versions: ['3.22.3', '3.22.16'], text: 'It dials the "number" `/hidden`.' },
    ],
    example: '/hidden',
    expectation: { '3.20.5': 'nothing', '3.21.6': 'nothing', '3.22.3': 'dialled', '3.22.16': 'dialled' },
    rightWay: {
      text: '`/minimized` at the start, `msip:minimize` later.',
      commands: ['minimized', 'msip-minimize'],
      settings: ['minimized'],
      kit: ['microsip start --minimized', 'microsip minimize'],
    },
    basis: 'verified',
    sources: [source('A.2'), source('K.24')],
  },
  {
    id: 'silent-setting',
    claim: '`silent=1` in the ini keeps windows from coming up.',
    believedIn: 'Guides written for older versions',
    about: 'settings',
    verdict: 'partly',
    verdicts: { '3.20.5': 'partly', '3.21.6': 'true', '3.22.3': 'false', '3.22.16': 'false' },
    truth: 'In 3.21.6 dialling then leaves the window alone. Versions from 3.22.3 on do not know the key.',
    differences: [
      {
        versions: ['3.20.5'],
        text: 'Dialling raises the window all the same; a second start without a command does not.',
      },
    ],
    rightWay: {
      text: 'Hide the window after each dial.',
      commands: ['msip-minimize'],
      kit: ['microsip minimize'],
    },
    basis: 'verified',
    sources: [source('A.6'), source('D.5'), source('K.24')],
  },
  {
    id: 'hangup-all-hangs-up-all',
    claim: '`/hangupall` ends every call.',
    believedIn: 'Its name',
    about: 'command-line',
    verdict: 'partly',
    verdicts: inEveryVersion('partly'),
    truth: 'All but ringing incoming calls.',
    differences: [{ versions: ['3.20.5'], text: 'No command rejects those.' }],
    rightWay: {
      text: '`/hangupincoming`, then `/hangupall`, at least 300 ms apart.',
      commands: ['hangup-incoming', 'hangup-all'],
      kit: ['microsip hangup --scope all'],
    },
    basis: 'verified',
    sources: [source('A.4'), source('K.15')],
  },
  untrue({
    id: 'single-mode-hides-the-window',
    claim: 'With `singleMode=1` dialling does not show the window.',
    believedIn: 'A note from production',
    about: 'command-line',
    truth: 'The source raises the window whatever `singleMode` says. Try it on the target.',
    rightWay: {
      text: 'Hide the window after each dial.',
      commands: ['msip-minimize'],
      kit: ['microsip minimize'],
    },
    sources: [source('L'), source('A.6')],
  }),
];
