import { everyVersion, goneIn3223, newIn3216, availability } from './availability.ts';
import type { CommandArgument, CommandEntry, CommandId } from './command.ts';
import { source, trap, type Source } from './provenance.ts';

const startingProcess = source('A.2', 'microsip.cpp: InitInstance', 'mainDlg.cpp: OnInitDialog');
const msipCommand = source('A.3', 'mainDlg.cpp: CommandLine');
const slashCommand = source('A.4', 'mainDlg.cpp: DialNumberFromCommandLine');

const number: CommandArgument = {
  name: 'number',
  description: 'A number, a user@host or a SIP address, without spaces.',
  extent: 'to-end',
};

const selectedTabTrap = trap(
  'K.16',
  'It acts on the call in the selected tab. No command line can name a call, so with several calls the user decides what is hit.',
);

const passwordVisibleTrap = trap(
  'K.25',
  'The password stands in the process list for as long as the starting process lives.',
  { basis: 'inferred' },
);

/** Mute, unmute and volume share everything but their device and their direction. */
function audioCommand(
  entry: Pick<
    CommandEntry,
    'id' | 'title' | 'token' | 'availability' | 'effect' | 'differences' | 'traps'
  > & { readonly sources?: readonly Source[] },
): CommandEntry {
  const whenUnavailable = entry.availability === newIn3216 ? ({ whenUnavailable: 'dialled' } as const) : {};
  return {
    area: 'audio',
    stage: 'msip',
    match: 'exact',
    syntax: entry.token,
    example: entry.token,
    ...whenUnavailable,
    precondition: 'None: it is the state of the program, not of a call.',
    otherwise: 'Does not arise.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: false,
    basis: 'verified',
    ...entry,
    sources: [msipCommand, ...(entry.sources ?? [])],
  };
}

const toggledIn3205 = availability(['partly', 'yes', 'yes', 'yes']);

const toggleNote = (device: string): CommandEntry['differences'] => [
  { versions: ['3.20.5'], text: `Toggles the ${device}'s mute, so a second one unmutes.` },
];

const volumeSource = source('A.3', 'Dialer.cpp: OnBnClickedPlus…, OnBnClickedMinus…');

const mutedVolumeTrap = (device: string): CommandEntry['traps'] => [
  trap('A.3', `While the ${device} is muted the first step only unmutes it.`),
];

/** Every command of MicroSIP's command line. */
export const commands: readonly CommandEntry[] = [
  {
    id: 'show-window',
    title: 'Show the window',
    area: 'window',
    stage: 'starting-process',
    token: '',
    match: 'whole-tail',
    syntax: '(nothing)',
    example: '',
    availability: everyVersion,
    effect: 'Shows the main window and takes the foreground.',
    precondition: 'None.',
    otherwise: 'Does not arise.',
    whenNotRunning: 'starts',
    raisesWindow: true,
    differences: [
      {
        versions: ['3.20.5', '3.21.6'],
        text: 'The window is shown even with `silent=1`.',
      },
    ],
    traps: [],
    basis: 'verified',
    sources: [startingProcess, source('N')],
  },
  {
    id: 'minimized',
    title: 'Start hidden in the tray',
    area: 'window',
    stage: 'starting-process',
    token: '/minimized',
    match: 'whole-tail',
    syntax: '/minimized',
    example: '/minimized',
    availability: everyVersion,
    effect: 'Starts with a hidden window, tray icon only.',
    precondition: 'No instance runs.',
    otherwise: 'Nothing at all: the process ends, and a visible window stays visible.',
    whenNotRunning: 'starts',
    raisesWindow: false,
    differences: [],
    traps: [
      trap('A.2', 'On the very first run, when the ini is new, the window is shown all the same.'),
      trap(
        'A.2',
        'It cannot be combined: `/minimized 101` sends the chat message `101` to the "number" `/minimized`.',
      ),
      trap(
        'K.14',
        'It affects only the start. A later dial shows the window, and only `msip:minimize` or the user hides it again.',
      ),
    ],
    basis: 'verified',
    sources: [startingProcess],
  },
  {
    id: 'hidden',
    title: 'Start without window and tray icon',
    area: 'window',
    stage: 'starting-process',
    token: '/hidden',
    match: 'whole-tail',
    syntax: '/hidden',
    example: '/hidden',
    availability: goneIn3223,
    whenUnavailable: 'dialled',
    effect:
      'Starts in hidden mode: no window, no tray icon, no ring dialog, no noise. Such an instance is driven by commands and automatic answering alone.',
    precondition: 'No instance runs.',
    otherwise: 'Nothing: the process ends.',
    whenNotRunning: 'starts',
    raisesWindow: false,
    differences: [
      {
        versions: ['3.22.3', '3.22.16'],
        text: 'The command is gone; MicroSIP dials `/hidden` as a number. `/minimized` is what is left.',
      },
    ],
    traps: [
      trap('K.24', 'Older guides recommend it; `silent` went with it.', { versions: ['3.22.3', '3.22.16'] }),
    ],
    basis: 'verified',
    sources: [startingProcess, source('M')],
  },
  {
    id: 'exit',
    title: 'End the program',
    area: 'program',
    stage: 'starting-process',
    token: '/exit',
    match: 'whole-tail',
    syntax: '/exit',
    example: '/exit',
    availability: everyVersion,
    effect:
      'The instance hides, saves its settings and ends. The starting process waits until the message was handled.',
    precondition: 'An instance runs.',
    otherwise: 'The process ends silently, nothing starts.',
    whenNotRunning: 'ends',
    raisesWindow: false,
    differences: [
      { versions: ['3.20.5', '3.21.6', '3.22.3'], text: 'Sent to the instance as `WM_CLOSE`.' },
      { versions: ['3.22.16'], text: 'Sent to the instance as `WM_COMMAND` with the id `ID_EXIT` (32784).' },
    ],
    traps: [
      trap('K.27', 'Running calls are hung up without a question.'),
      trap(
        'A.1',
        'Only the bare text counts: `/exit ` with a trailing space, `"/exit"` and `/EXIT` are dialled.',
      ),
      trap(
        'N',
        'The comparison ignores characters without weight: `/ex`, a soft hyphen and `it` together are `/exit` too (seen under Wine).',
      ),
    ],
    basis: 'verified',
    sources: [startingProcess],
  },
  {
    id: 'reset',
    title: 'Delete all data, after asking',
    area: 'program',
    stage: 'starting-process',
    token: '/reset',
    match: 'whole-tail',
    syntax: '/reset',
    example: '/reset',
    availability: availability(['partly', 'yes', 'yes', 'yes']),
    whenUnavailable: 'dialled',
    effect:
      'Closes the instance, asks twice (system-modal, yes or no), then deletes `%APPDATA%\\MicroSIP` with all below it, and `%LOCALAPPDATA%\\MicroSIP` unless `Uninstall.exe` lies there.',
    precondition: 'None.',
    otherwise: 'Does not arise.',
    whenNotRunning: 'resets',
    raisesWindow: false,
    differences: [
      {
        versions: ['3.20.5'],
        text: 'With an instance running it is not recognised, and dialled. Without one it deletes the ini and the folders without any question.',
      },
    ],
    traps: [
      trap(
        'A.2',
        'The instance is closed before the questions are asked: answering no does not bring it back.',
        {
          versions: ['3.21.6', '3.22.3', '3.22.16'],
        },
      ),
      trap('A.2', 'It works on fixed folders, so the ini of a portable copy survives.', {
        basis: 'inferred',
        versions: ['3.21.6', '3.22.3', '3.22.16'],
      }),
    ],
    basis: 'verified',
    sources: [startingProcess],
  },
  {
    id: 'reset-no-ask',
    title: 'Delete all data without asking',
    area: 'program',
    stage: 'starting-process',
    token: '/resetnoask',
    match: 'whole-tail',
    syntax: '/resetnoask',
    example: '/resetnoask',
    availability: newIn3216,
    whenUnavailable: 'dialled',
    effect: 'As `/reset`, without the two questions.',
    precondition: 'None.',
    otherwise: 'Does not arise.',
    whenNotRunning: 'resets',
    raisesWindow: false,
    differences: [],
    traps: [trap('A.2', 'Accounts, history and contacts are gone at once; there is no way back.')],
    basis: 'verified',
    sources: [startingProcess],
  },
  {
    id: 'answer',
    title: 'Answer',
    area: 'calls',
    stage: 'text',
    token: '/answer',
    match: 'exact',
    syntax: '/answer',
    example: '/answer',
    availability: everyVersion,
    effect:
      'Answers the first ringing incoming call, audio only, and brings the main window to the front. With `singleMode=1` other calls are hung up first.',
    precondition: 'An incoming call rings.',
    otherwise: 'Nothing.',
    whenNotRunning: 'ends',
    raisesWindow: true,
    differences: [],
    traps: [
      trap('A.4', 'Never answers with video.'),
      trap(
        'N',
        'A blank inside the quotes spoils it: `"/answer "` is dialled, and `" /answer"` only raises the window.',
      ),
      trap('A.4', 'With several ringing calls it is always the first; no command line names another.'),
      trap(
        'A.2',
        'Only the bare token does nothing while no instance runs: `"/answer"` in quotes starts the program.',
      ),
    ],
    basis: 'verified',
    sources: [
      slashCommand,
      startingProcess,
      source('A.4', 'mainDlg.cpp: msip_call_answer', 'mainDlg.cpp: onCallAnswer'),
    ],
  },
  {
    id: 'hangup-all',
    title: 'Hang up every call but ringing incoming ones',
    area: 'calls',
    stage: 'text',
    token: '/hangupall',
    match: 'exact',
    syntax: '/hangupall',
    example: '/hangupall',
    availability: everyVersion,
    effect:
      'Ends all calls except ringing incoming ones: outgoing calls in any state, answered calls, held calls.',
    precondition: 'There is such a call.',
    otherwise: 'Nothing.',
    whenNotRunning: 'ends',
    raisesWindow: false,
    differences: [],
    traps: [
      trap(
        'K.15',
        'In spite of its name it leaves ringing incoming calls alone. To end everything send `/hangupincoming` as well.',
      ),
    ],
    basis: 'verified',
    sources: [
      slashCommand,
      startingProcess,
      source('A.4', 'call_hangup_all_noincoming', 'msip_call_hangup_all_noincoming'),
    ],
  },
  {
    id: 'hangup-incoming',
    title: 'Reject ringing calls',
    area: 'calls',
    stage: 'text',
    token: '/hangupincoming',
    match: 'exact',
    syntax: '/hangupincoming',
    example: '/hangupincoming',
    availability: newIn3216,
    whenUnavailable: 'dialled',
    effect: 'Rejects every incoming call that was not answered yet.',
    precondition: 'An incoming call rings.',
    otherwise: 'Nothing.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: false,
    differences: [
      {
        versions: ['3.20.5'],
        text: 'Not known, so it is dialled: this version has no command to reject a call.',
      },
    ],
    traps: [
      trap('A.4', 'MicroSIP leaves the status code to PJSIP, which then answers 603.', { basis: 'inferred' }),
      trap(
        'A.4',
        'The call is logged as missed and `cmdCallEnd` fires at once; `cmdCallBusy` never does, because the end is handled before the call is disconnected.',
      ),
    ],
    basis: 'verified',
    sources: [slashCommand],
  },
  {
    id: 'hangup-calling',
    title: 'Cancel what is being dialled',
    area: 'calls',
    stage: 'text',
    token: '/hangupcalling',
    match: 'exact',
    syntax: '/hangupcalling',
    example: '/hangupcalling',
    availability: everyVersion,
    effect: 'Ends outgoing calls that were not answered yet. Answered calls stay.',
    precondition: 'An outgoing call is not answered yet.',
    otherwise: 'Nothing.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: false,
    differences: [],
    traps: [],
    basis: 'verified',
    sources: [slashCommand, source('L')],
  },
  {
    id: 'dtmf',
    title: 'Send DTMF digits',
    area: 'calls',
    stage: 'text',
    token: '/dtmf:',
    match: 'prefix',
    argument: {
      name: 'digits',
      description: 'Digits 0-9, * # and A-D. A trailing ? only puts them into the dialler.',
      extent: 'to-end',
    },
    syntax: '/dtmf:<digits>',
    example: '/dtmf:123#',
    availability: everyVersion,
    effect:
      'Sends the digits in the call of the selected tab, in the way `DTMFMethod` says: by itself (RFC 2833, else in-band), in-band, RFC 2833 or SIP INFO.',
    precondition: 'The call in the selected tab has active media.',
    otherwise:
      'Nothing is sent on a held call or on an early one without media. Without any call only the local tone is played, if `localDTMF` is on.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: false,
    differences: [],
    traps: [
      selectedTabTrap,
      trap('A.8', 'A comma is not a pause here; it is one only in a dialled number.'),
      trap('A.8', 'In-band digits and the local tones are limited to 16 digits per command.'),
      trap(
        'A.8',
        'A trailing `?` puts the digits into the dialler with a Send button instead of sending them (only during a call); while that button is shown, further DTMF commands are ignored.',
      ),
    ],
    basis: 'verified',
    sources: [slashCommand, source('A.8', 'Dialer.cpp: DTMF')],
  },
  {
    id: 'transfer',
    title: 'Transfer a call (blind)',
    area: 'calls',
    stage: 'text',
    token: '/transfer:',
    match: 'prefix',
    argument: number,
    syntax: '/transfer:<number>',
    example: '/transfer:102',
    availability: everyVersion,
    effect:
      'Transfers the call in the selected tab without consultation, by SIP REFER. The number is formatted like a dialled one: prefix and dial plan apply.',
    precondition: 'The selected tab has a call that is not in a conference.',
    otherwise: 'Silently nothing.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: false,
    differences: [
      {
        versions: ['3.21.6', '3.22.16'],
        text: 'With `enableFeatureCodeBT=1` it sends DTMF instead of REFER: `featureCodeBT` and the user part of the number.',
      },
      {
        versions: ['3.22.16'],
        text: 'A target equal to the current remote side brings a balloon and no transfer; 3.20.5 and 3.21.6 send the REFER.',
      },
    ],
    traps: [selectedTabTrap, trap('A.9', 'Attended transfer has no command line.')],
    basis: 'verified',
    sources: [slashCommand, source('A.9', 'MessagesDlg.cpp: CallAction'), source('N')],
  },
  {
    id: 'account',
    title: 'Switch the account',
    area: 'accounts',
    stage: 'text',
    token: '/account:',
    match: 'anywhere',
    argument: {
      name: 'N',
      description:
        'Number of an `[AccountN]` section, from 1, read as a C integer up to the first space. What follows the space is carried out on that account; `/password:` after it stores a password instead.',
      extent: 'to-first-space',
    },
    syntax: '/account:<N>',
    example: '/account:2',
    availability: everyVersion,
    effect:
      'Makes `[AccountN]` the active account: unregisters, switches, rewrites the ini, registers. Nothing when it is active already. The rest of the command line is then carried out; a number waits until the account is registered. With `/password:` the text after it, to the end and spaces included, is stored encrypted as password of `[AccountN]`, which is registered anew if it is active; everything else on the line is dropped.',
    precondition: '`[AccountN]` exists and its `domain` is not empty.',
    otherwise:
      'The whole command line is dropped, nothing is dialled, and the window is raised all the same.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: true,
    differences: [],
    traps: [
      trap(
        'A.5',
        'For 0, or what is not a number, the token is dropped and the rest runs on the current account: `/account:0 101` dials 101. The local account cannot be chosen.',
      ),
      trap(
        'A.5',
        'The token is cut out with a wrong length. `/account:2`, `/account:2 101`, `/account:2 /hangupall` and `101 /account:2` work; `101 /account:2 xyz` loses characters after the token.',
      ),
      trap(
        'N',
        'Without a blank in front, the character before `/account:` is eaten: `101/account:2` and `tel:101/account:2` dial 10.',
      ),
      trap('N', 'Two blanks, as in `/account:2  101`, park the text ` 101`, which later does nothing.'),
      trap('N', '`/account:2 tel:101` dials `<sip:tel:101@…>`: the scheme is not stripped a second time.'),
      trap(
        'N',
        '`/account:2 /account:1 101` later sends the chat message `101` to `/account:1`, and `101 /account:2 /answer` later sends `wer` to 101.',
      ),
      trap('N', '`/account:N /password:` with nothing after it saves an empty password.'),
      passwordVisibleTrap,
    ],
    basis: 'verified',
    sources: [slashCommand, source('A.5'), source('N')],
  },
  {
    id: 'password',
    title: 'Set a password in memory',
    area: 'accounts',
    stage: 'text',
    token: '/password:',
    match: 'prefix',
    argument: {
      name: 'password',
      description: 'The SIP password, everything to the end of the line, spaces included.',
      extent: 'to-end',
    },
    syntax: '/password:<password>',
    example: '/password:secret',
    availability: everyVersion,
    effect:
      'Keeps a password in memory that replaces the stored one the next time the account is added. It is not saved, not shown, and does not register anew.',
    precondition: 'The line does not contain `/account:`; with it, the password is stored (see there).',
    otherwise: 'The password is saved in `[AccountN]`.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: false,
    differences: [],
    traps: [trap('K.25', 'Alone it only sets memory; `/account:N /password:` saves.'), passwordVisibleTrap],
    basis: 'verified',
    sources: [slashCommand, source('A.5')],
  },
  {
    id: 'dial',
    title: 'Dial',
    area: 'calls',
    stage: 'text',
    token: '',
    match: 'otherwise',
    argument: number,
    syntax: '<number>',
    example: '4930123456',
    availability: everyVersion,
    effect:
      'Raises the window, selects the dial pad and places an audio call by the active account. Whatever is no command is dialled.',
    precondition: 'The active account is registered, or has no server.',
    otherwise:
      'The text is parked in one slot, which a later command overwrites, and dialled when the account is registered, even hours later. An empty text clears the slot.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: true,
    differences: [
      { versions: ['3.21.6'], text: 'With `silent=1` or after `/hidden` the window is not raised.' },
      {
        versions: ['3.21.6', '3.22.3', '3.22.16'],
        text: '`%20` and `%2B` in the number become a space and `+`; nothing else is decoded.',
      },
      { versions: ['3.20.5'], text: 'Nothing is percent-decoded.' },
      {
        versions: ['3.20.5'],
        text: 'With no account selected the call goes out by the local account; `[Account1]` is never activated.',
      },
      {
        versions: ['3.21.6'],
        text: 'With no account selected it switches to account 1 and calls at once, before it is registered.',
      },
      {
        versions: ['3.22.16'],
        text: 'As 3.21.6, for four characters and more; a bare `101` goes out as `<sip:101>` by the local account.',
      },
    ],
    traps: [
      trap(
        'K.2',
        'A mistyped or imagined flag is a phone call: it raises the window, calls and stays in the list of dialled numbers.',
      ),
      trap(
        'K.3',
        'The text is cut at its first space. What follows is sent as a chat message to the number, and no call is placed: `101 102`, `+49 30 1234`.',
      ),
      trap(
        'K.4',
        'With `singleMode=1` and a call that is more than ringing in, the command is silently ignored.',
      ),
      trap('K.5', 'Parked numbers are dialled at any later time, only the last one of them.'),
      trap(
        'K.13',
        'The window always comes to the front, and a synthetic Alt key may reach whatever has the focus.',
      ),
      trap(
        'K.11',
        'Errors (invalid address, no account, no microphone) are modal dialogs in the instance; no hook fires.',
      ),
      trap(
        'A.6',
        'With no valid account, no local account and a number that looks like a telephone number, `[Account1]` is activated; if there is none, a modal error and the account dialog appear.',
      ),
      trap('A.6', 'Always an audio call, whatever `defaultAction` says.'),
      trap('A.6', 'A call to a contact whose tab already has an active call is silently ignored.'),
      trap(
        'N',
        'A blank left in front after unquoting or after a scheme (`tel: 101`, `" 101"`, `" /answer"`, `msip: 101`) empties the number: the window is raised, nothing is dialled.',
      ),
      trap(
        'N',
        'Not everything is dialled: `MSIP:answer`, `tel:msip:x`, `https://…`, brackets and backslashes end in a modal invalid-address error.',
      ),
      trap('N', 'A chat message takes the number as it is, without prefix, dial plan or cleaning.'),
      trap('N', '`[Dialed]` gets calls only, parked ones when they are made.'),
      trap(
        'A.6',
        'The number is put into `[Dialed]` before anything is checked, so refused attempts are there too.',
      ),
      trap(
        'N',
        'From 850 characters up to the limit of 900 bytes the SIP library fails with an unhandled exception (PJSIP 2.15.1, 64 bit).',
      ),
    ],
    basis: 'verified',
    sources: [
      slashCommand,
      source('A.6', 'mainDlg.cpp: DialNumber', 'mainDlg.cpp: MakeCall', 'mainDlg.cpp: MessagesOpen'),
      source('A.6', 'mainDlg.cpp: UpdateWindowText', 'MessagesDlg.cpp: Call'),
      source('N'),
    ],
  },
  {
    id: 'msip-minimize',
    title: 'Hide the window',
    area: 'window',
    stage: 'msip',
    token: 'msip:minimize',
    match: 'exact',
    syntax: 'msip:minimize',
    example: 'msip:minimize',
    availability: everyVersion,
    effect: 'Hides the main window in the tray; it is not minimised to the taskbar.',
    precondition: 'None.',
    otherwise: 'Does not arise.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: false,
    differences: [],
    traps: [],
    basis: 'verified',
    sources: [msipCommand],
  },
  {
    id: 'msip-answer',
    title: 'Answer',
    area: 'calls',
    stage: 'msip',
    token: 'msip:answer',
    match: 'exact',
    syntax: 'msip:answer',
    example: 'msip:answer',
    availability: everyVersion,
    effect: 'As `/answer`.',
    precondition: 'An incoming call rings.',
    otherwise: 'Nothing.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: true,
    differences: [],
    traps: [
      trap(
        'A.3',
        '`msip://answer` loses the slashes and dials the contact `answer`; `msip:///answer` and `msip:/answer` answer.',
      ),
      trap('A.2', 'Unlike `/answer` it starts the program when no instance runs.'),
    ],
    basis: 'verified',
    sources: [msipCommand],
  },
  {
    id: 'msip-hangup-all',
    title: 'Hang up every call but ringing incoming ones',
    area: 'calls',
    stage: 'msip',
    token: 'msip:hangupall',
    match: 'exact',
    syntax: 'msip:hangupall',
    example: 'msip:hangupall',
    availability: everyVersion,
    effect: 'As `/hangupall`.',
    precondition: 'There is such a call.',
    otherwise: 'Nothing.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: false,
    differences: [],
    traps: [trap('A.2', 'Unlike `/hangupall` it starts the program when no instance runs.')],
    basis: 'verified',
    sources: [msipCommand],
  },
  {
    id: 'msip-hold',
    title: 'Hold, or take back',
    area: 'calls',
    stage: 'msip',
    token: 'msip:hold',
    match: 'exact',
    syntax: 'msip:hold',
    example: 'msip:hold',
    availability: everyVersion,
    effect: 'Presses the Hold button: holds the call in the selected tab, or takes it back.',
    precondition: 'The call in the selected tab is answered.',
    otherwise: 'Nothing.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: false,
    differences: [],
    traps: [
      selectedTabTrap,
      trap('A.3', 'It toggles. No command line says "hold" or "take back", and none asks which it is.'),
    ],
    basis: 'verified',
    sources: [msipCommand],
  },
  {
    id: 'msip-transfer',
    title: 'Transfer a call (blind)',
    area: 'calls',
    stage: 'msip',
    token: 'msip:transfer_',
    match: 'prefix',
    argument: number,
    syntax: 'msip:transfer_<number>',
    example: 'msip:transfer_102',
    availability: everyVersion,
    effect: 'As `/transfer:`.',
    precondition: 'The selected tab has a call that is not in a conference.',
    otherwise: 'Silently nothing.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: false,
    differences: [],
    traps: [selectedTabTrap],
    basis: 'verified',
    sources: [msipCommand, source('A.9', 'MessagesDlg.cpp: CallAction')],
  },
  audioCommand({
    id: 'msip-mic-mute',
    title: 'Mute the microphone',
    token: 'msip:micmute',
    availability: toggledIn3205,
    effect: 'Mutes the microphone; muted already, it stays so.',
    differences: toggleNote('microphone'),
    traps: [],
  }),
  audioCommand({
    id: 'msip-mic-unmute',
    title: 'Unmute the microphone',
    token: 'msip:micunmute',
    availability: newIn3216,
    effect: 'Unmutes the microphone.',
    differences: [],
    traps: [],
  }),
  audioCommand({
    id: 'msip-mic-mute-click',
    title: 'Toggle the microphone',
    token: 'msip:micmuteclick',
    availability: newIn3216,
    effect: 'Toggles the mute of the microphone, like a click on its button.',
    differences: [],
    traps: [],
  }),
  audioCommand({
    id: 'msip-mic-up',
    title: 'Microphone louder',
    token: 'msip:micup',
    availability: everyVersion,
    effect: 'Raises the microphone volume by 5 of 100.',
    differences: [],
    traps: mutedVolumeTrap('microphone'),
    sources: [volumeSource],
  }),
  audioCommand({
    id: 'msip-mic-down',
    title: 'Microphone quieter',
    token: 'msip:micdown',
    availability: everyVersion,
    effect: 'Lowers the microphone volume by 5 of 100.',
    differences: [],
    traps: mutedVolumeTrap('microphone'),
    sources: [volumeSource],
  }),
  audioCommand({
    id: 'msip-speaker-mute',
    title: 'Mute the speaker',
    token: 'msip:speakmute',
    availability: toggledIn3205,
    effect: 'Mutes the speaker; muted already, it stays so.',
    differences: toggleNote('speaker'),
    traps: [trap('L', 'It does not silence the ringback tone.', { basis: 'field' })],
    sources: [source('L')],
  }),
  audioCommand({
    id: 'msip-speaker-unmute',
    title: 'Unmute the speaker',
    token: 'msip:speakunmute',
    availability: newIn3216,
    effect: 'Unmutes the speaker.',
    differences: [],
    traps: [],
  }),
  audioCommand({
    id: 'msip-speaker-mute-click',
    title: 'Toggle the speaker',
    token: 'msip:speakmuteclick',
    availability: newIn3216,
    effect: 'Toggles the mute of the speaker, like a click on its button.',
    differences: [],
    traps: [],
  }),
  audioCommand({
    id: 'msip-speaker-up',
    title: 'Speaker louder',
    token: 'msip:speakup',
    availability: everyVersion,
    effect: 'Raises the speaker volume by 5 of 100.',
    differences: [],
    traps: mutedVolumeTrap('speaker'),
    sources: [volumeSource],
  }),
  audioCommand({
    id: 'msip-speaker-down',
    title: 'Speaker quieter',
    token: 'msip:speakdown',
    availability: everyVersion,
    effect: 'Lowers the speaker volume by 5 of 100.',
    differences: [],
    traps: mutedVolumeTrap('speaker'),
    sources: [volumeSource],
  }),
  {
    id: 'msip-text',
    title: 'Anything else after msip:',
    area: 'calls',
    stage: 'msip',
    token: 'msip:',
    match: 'prefix',
    argument: {
      name: 'text',
      description: 'A slash command, or a number to dial; not empty.',
      extent: 'to-end',
    },
    syntax: 'msip:<text>',
    example: 'msip:/dtmf:5',
    availability: everyVersion,
    effect:
      'The prefix is taken off and the rest goes the way of all other text: `msip:101` dials 101, `msip:/dtmf:5` sends DTMF.',
    precondition: 'The text is not empty and no other `msip:` command matches it exactly.',
    otherwise: '`msip:` alone does nothing.',
    whenNotRunning: 'starts-then-handles',
    raisesWindow: true,
    differences: [],
    traps: [
      trap('A.3', 'The prefix must be lower case and stand at the very beginning.'),
      trap(
        'A.3',
        '`msip:exit`, `msip:hangup` and `msip:dnd` are dialled: there is no `msip:exit`, `msip:dnd`, `msip:status` or `msip:show`.',
      ),
      trap(
        'A.3',
        '`msip:` is no registered URL scheme. It works as command line text or window message only.',
      ),
    ],
    basis: 'verified',
    sources: [msipCommand],
  },
];

const byId = new Map<string, CommandEntry>(commands.map((command) => [command.id, command]));

/**
 * The catalogue's entry of a command.
 *
 * @param id - the name of the command in this catalogue
 * @throws RangeError when there is no such command
 * @example
 * ```ts
 * commandNamed('hangup-all').token; // '/hangupall'
 * ```
 */
export function commandNamed(id: CommandId): CommandEntry {
  const command = byId.get(id);
  if (command === undefined) throw new RangeError(`The catalogue has no command "${id}".`);
  return command;
}
