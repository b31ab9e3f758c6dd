import {
  inEveryVersion,
  type ExpectedOutcome,
  type FolkloreClaim,
  type RightWay,
} from '../folklore-claim.ts';
import { source } from '../provenance.ts';

interface ImaginedCommand {
  readonly id: string;
  readonly example: string;
  /** Completes "`example` …". */
  readonly promise: string;
  readonly believedIn?: string;
  readonly truth?: string;
  readonly outcome?: ExpectedOutcome;
  readonly rightWay: RightWay;
}

/** A command that somebody made up: none of them exists in any version read. */
function imagined({
  id,
  example,
  promise,
  believedIn = 'Forum answers, blog posts and generated pages',
  truth,
  outcome = 'dialled',
  rightWay,
}: ImaginedCommand): FolkloreClaim {
  return {
    id,
    claim: `\`microsip.exe ${example}\` ${promise}.`,
    believedIn,
    about: 'command-line',
    verdict: 'false',
    verdicts: inEveryVersion('false'),
    truth: truth ?? `There is no such command: it dials the "number" \`${example}\`.`,
    differences: [],
    example,
    expectation: inEveryVersion(outcome),
    rightWay,
    basis: 'verified',
    sources: [source('A.4'), source('N')],
  };
}

const guessed = 'A guess that suggests itself';

const noWay = (text: string, kit: readonly string[]): RightWay => ({ text, commands: [], kit });

const chatMessage = (example: string, text: string, recipient: string): string =>
  `There is no such command. \`${example}\` has a space, so no call is placed: the chat message \`${text}\` goes to \`${recipient}\`.`;

/** Commands that web pages name and MicroSIP does not have. */
export const imaginedCommandClaims: readonly FolkloreClaim[] = [
  imagined({
    id: 'ini-flag',
    example: '/i:phone2.ini',
    promise: 'starts with another ini',
    truth: 'There is no such flag: it dials the "number" `/i:phone2.ini`. Nothing names another ini.',
    rightWay: noWay(
      'The ini is named after the program: a copy of the program in its own folder is a phone of its own.',
      ['microsip fleet create'],
    ),
  }),
  imagined({
    id: 'slash-hangup',
    example: '/hangup',
    promise: 'hangs up',
    rightWay: {
      text: '`/hangupall`, `/hangupcalling`, or `/hangupincoming` from 3.21.6 on.',
      commands: ['hangup-all', 'hangup-calling', 'hangup-incoming'],
      kit: ['microsip hangup'],
    },
  }),
  imagined({
    id: 'slash-hide',
    example: '/hide',
    promise: 'hides the window',
    rightWay: { text: '`msip:minimize`.', commands: ['msip-minimize'], kit: ['microsip minimize'] },
  }),
  imagined({
    id: 'slash-show',
    example: '/show',
    promise: 'shows the window',
    rightWay: {
      text: 'A start without any text shows the window.',
      commands: ['show-window'],
      kit: ['microsip start'],
    },
  }),
  imagined({
    id: 'slash-mute',
    example: '/mute',
    promise: 'mutes the microphone',
    rightWay: {
      text: '`msip:micmute` and `msip:micunmute`; in 3.20.5 the first one toggles.',
      commands: ['msip-mic-mute', 'msip-mic-unmute'],
      kit: ['microsip mute mic', 'microsip mute mic --off'],
    },
  }),
  imagined({
    id: 'slash-hold',
    example: '/hold',
    promise: 'holds the call',
    rightWay: { text: '`msip:hold`, a toggle.', commands: ['msip-hold'], kit: ['microsip hold'] },
  }),
  imagined({
    id: 'slash-status',
    example: '/status',
    promise: 'tells the state',
    rightWay: noWay('MicroSIP answers nothing. The log, the hooks and the history tell its state.', [
      'microsip status',
    ]),
  }),
  imagined({
    id: 'dash-dial',
    example: '-dial 101',
    promise: 'dials 101',
    truth: chatMessage('-dial 101', '101', '-dial'),
    outcome: 'chat-message',
    rightWay: { text: 'The number alone.', commands: ['dial'], kit: ['microsip dial 101'] },
  }),
  imagined({
    id: 'call-word',
    example: 'call 101',
    promise: 'dials 101',
    truth: chatMessage('call 101', '101', 'call'),
    outcome: 'chat-message',
    rightWay: { text: 'The number alone.', commands: ['dial'], kit: ['microsip dial 101'] },
  }),
  imagined({
    id: 'slash-call',
    example: '/call:101',
    promise: 'dials 101',
    rightWay: { text: 'The number alone.', commands: ['dial'], kit: ['microsip dial 101'] },
  }),
  imagined({
    id: 'volume-word',
    example: 'volume 80',
    promise: 'sets the volume to 80',
    truth: chatMessage('volume 80', '80', 'volume'),
    outcome: 'chat-message',
    rightWay: {
      text: 'Volume goes by steps of 5 only; `volumeOutput` in the ini sets it, while MicroSIP is closed.',
      commands: ['msip-speaker-up', 'msip-speaker-down'],
      settings: ['volumeOutput', 'volumeInput'],
      kit: ['microsip volume speaker up'],
    },
  }),
  imagined({
    id: 'report-status',
    example: 'report:status',
    promise: 'reports the state',
    rightWay: noWay('MicroSIP answers nothing. The log, the hooks and the history tell its state.', [
      'microsip status',
    ]),
  }),
  imagined({
    id: 'slash-dnd',
    example: '/dnd',
    promise: 'turns do-not-disturb on',
    rightWay: {
      text: 'No command line does that. `DND=1` with `denyIncoming=button` in the ini does, written while MicroSIP is closed.',
      commands: [],
      settings: ['DND', 'denyIncoming'],
      kit: ['microsip settings set DND 1'],
    },
  }),
  imagined({
    id: 'slash-video',
    example: '/video',
    promise: 'calls with video',
    rightWay: noWay('A call from the command line is always an audio call.', []),
  }),
  imagined({
    id: 'slash-register',
    example: '/register',
    promise: 'registers the account',
    rightWay: {
      text: 'Switching to another account registers it; naming the active one does not.',
      commands: ['account'],
      kit: ['microsip account 2'],
    },
  }),
  imagined({
    id: 'slash-log',
    example: '/log',
    promise: 'turns the log on',
    rightWay: {
      text: '`enableLog=1` in the ini, while MicroSIP is closed.',
      commands: [],
      settings: ['enableLog'],
      kit: ['microsip log enable'],
    },
  }),
  imagined({
    id: 'help-flag',
    example: '--help',
    promise: 'lists the commands',
    rightWay: noWay('MicroSIP has no help. The catalogue is one.', ['microsip --help', 'microsip catalogue']),
  }),
  imagined({
    id: 'question-flag',
    example: '/?',
    promise: 'lists the commands',
    rightWay: noWay('MicroSIP has no help. The catalogue is one.', ['microsip --help', 'microsip catalogue']),
  }),
  imagined({
    id: 'msip-exit',
    example: 'msip:exit',
    promise: 'ends the program',
    truth: 'There is no such command: it dials the "number" `exit`.',
    rightWay: { text: '`/exit`, exactly so.', commands: ['exit'], kit: ['microsip exit'] },
  }),
  imagined({
    id: 'msip-hangup',
    example: 'msip:hangup',
    promise: 'hangs up',
    truth: 'There is no such command: it dials the "number" `hangup`.',
    rightWay: {
      text: '`msip:hangupall` or `/hangupall`.',
      commands: ['msip-hangup-all', 'hangup-all'],
      kit: ['microsip hangup'],
    },
  }),
  imagined({
    id: 'msip-dnd',
    example: 'msip:dnd',
    promise: 'turns do-not-disturb on',
    truth: 'There is no such command: it dials the "number" `dnd`.',
    rightWay: {
      text: 'No command line does that. `DND=1` with `denyIncoming=button` in the ini does, written while MicroSIP is closed.',
      commands: [],
      settings: ['DND', 'denyIncoming'],
      kit: ['microsip settings set DND 1'],
    },
  }),
  imagined({
    id: 'msip-status',
    example: 'msip:status',
    promise: 'tells the state',
    truth: 'There is no such command: it dials the "number" `status`.',
    rightWay: noWay('MicroSIP answers nothing. The log, the hooks and the history tell its state.', [
      'microsip status',
    ]),
  }),
  imagined({
    id: 'msip-show',
    example: 'msip:show',
    promise: 'shows the window',
    truth: 'There is no such command: it dials the "number" `show`, and so the window does come up.',
    rightWay: {
      text: 'A start without any text shows the window.',
      commands: ['show-window'],
      kit: ['microsip start'],
    },
  }),
  imagined({
    id: 'upper-case-msip',
    example: 'MSIP:answer',
    promise: 'answers, because case does not matter',
    believedIn: guessed,
    truth: 'Case matters: the text is taken for an address, and a modal error says that it is invalid.',
    outcome: 'invalid-address',
    rightWay: { text: '`msip:answer` or `/answer`.', commands: ['answer'], kit: ['microsip answer'] },
  }),
  imagined({
    id: 'minimized-and-dial',
    example: '/minimized 101',
    promise: 'dials 101 without showing the window',
    believedIn: guessed,
    truth: chatMessage('/minimized 101', '101', '/minimized'),
    outcome: 'chat-message',
    rightWay: {
      text: 'Dial, then hide the window.',
      commands: ['dial', 'msip-minimize'],
      kit: ['microsip dial 101', 'microsip minimize'],
    },
  }),
  imagined({
    id: 'spaces-in-a-number',
    example: '+49 30 123456',
    promise: 'dials +49 30 123456',
    believedIn: guessed,
    truth: chatMessage('+49 30 123456', '30 123456', '+49'),
    outcome: 'chat-message',
    rightWay: {
      text: 'Without spaces.',
      commands: ['dial'],
      kit: ['microsip dial "+49 30 123456"'],
    },
  }),
  imagined({
    id: 'sips-for-tls',
    example: 'sips:101@example.org',
    promise: 'places an encrypted call',
    believedIn: guessed,
    truth:
      'No version understands `sips:`: it calls `sip:sips:101@example.org`. In 3.22.16 an ordinary `sip:` INVITE leaves, and the wish for TLS is lost silently.',
    rightWay: {
      text: 'Set the transport, and SRTP, of the account.',
      commands: ['dial'],
      settings: ['transport', 'SRTP'],
      kit: ['microsip dial sip:101@example.org'],
    },
  }),
];
