import { statement, type Topic } from '../topic.ts';

const inferred = { basis: 'inferred' } as const;

/** How a command line is read, and how it reaches the running instance. */
export const commandLineTopics: readonly Topic[] = [
  {
    id: 'command-line-pipeline',
    title: 'How a command line is read',
    area: 'command-line',
    statements: [
      statement(
        'A.1',
        'MicroSIP looks at the whole text after the program name. It is never split into arguments.',
        { code: ['microsip.cpp: InitInstance'] },
      ),
      statement(
        'A.1',
        'First the starting process compares the raw text with its own tokens: exactly, minding case, without trimming or unquoting. `/exit ` with a space, `"/exit"` and `/EXIT` do not match.',
        { code: ['microsip.cpp: InitInstance'] },
      ),
      statement(
        'N',
        'That comparison overlooks characters without weight, such as a soft hyphen (seen under Wine). So they must be refused in input, and not merely taken out.',
      ),
      statement(
        'A.1',
        'Then the text goes to the running instance. Without one, the process goes on as the instance, and reads the text when its SIP stack exists and before its account is added.',
        { code: ['mainDlg.cpp: OnCreated'] },
      ),
      statement(
        'A.1',
        'The instance trims the text, takes off one pair of quotes around it, and looks for `msip:`.',
        {
          code: ['mainDlg.cpp: CommandLine'],
        },
      ),
      statement(
        'A.1',
        'All other text loses one scheme, then `/account:` is handled, then the slash commands are compared, and whatever is left is a number to dial.',
        { code: ['mainDlg.cpp: DialNumberFromCommandLine'] },
      ),
      statement(
        'A.2',
        'While no instance runs, the exact `/answer`, `/hangupall` and `/exit` do nothing, and `/reset` and `/resetnoask` delete data and end. Every other command starts the program: `/hangupincoming`, `/hangupcalling`, `/dtmf:`, `/transfer:`, `msip:`, a number, or `"/answer"` in quotes.',
        { versions: ['3.21.6', '3.22.3', '3.22.16'] },
      ),
      statement(
        'A.2',
        'While no instance runs, the exact `/answer`, `/hangupall` and `/exit` do nothing, and `/reset` deletes data and ends. Every other command starts the program.',
        { versions: ['3.20.5'] },
      ),
      statement('A.2', 'The starting process writes nothing: no answer says whether a command worked.'),
      statement('A.2', 'The starting process ends with code 0.', inferred),
    ],
  },
  {
    id: 'dialling',
    title: 'What dialling does',
    area: 'command-line',
    statements: [
      statement(
        'A.6',
        'The dial pad is selected and a click on the tray icon simulated, which shows the main window and takes the foreground. When the window is visible already, a synthetic Alt key is injected before.',
        { code: ['mainDlg.cpp: DialNumberFromCommandLine', 'onTrayNotify'] },
      ),
      statement(
        'A.6',
        'With an account selected the number is dialled at once if the account exists and has no server, or its registration status is 200. Else it waits for the next successful registration.',
        { code: ['mainDlg.cpp: UpdateWindowText'] },
      ),
      statement(
        'A.6',
        'With `accountId=0` the local account is needed; the number waits if `enableLocalAccount=1` and the stack is not ready.',
      ),
      statement(
        'A.6',
        'The text is cut at its first space. With nothing after it, a call is placed; else no call, and the rest is sent as a chat message.',
        { code: ['mainDlg.cpp: DialNumber'] },
      ),
      statement(
        'A.6',
        'With `singleMode=1` and any call that is more than ringing in, nothing happens but a change of tab.',
        { code: ['mainDlg.cpp: MakeCall'] },
      ),
      statement(
        'A.6',
        'A sender that waits for the command also waits for the user to close its modal error.',
      ),
    ],
  },
  {
    id: 'number-formatting',
    title: 'From the number to the address',
    area: 'command-line',
    statements: [
      statement(
        'A.7',
        'What follows the first comma is cut off and becomes DTMF: the first group is sent 1 s after the answer, each further one about 1000 ms later, and 200 ms more for every digit of a group.',
        { code: ['DTMFQueueTimerHandler'] },
      ),
      statement('A.7', 'A comma in the first or the last place does not cut.', {
        versions: ['3.20.5', '3.21.6'],
      }),
      statement('A.7', 'Any comma cuts.', { versions: ['3.22.16'] }),
      statement('N', 'The number shown loses its `,5` part.', { versions: ['3.22.16'] }),
      statement('A.7', 'With both `<` and `>` in it, neither prefix nor dial plan applies.'),
      statement('N', 'In angle brackets, nothing but a whole `<sip:user@host>` makes a valid address.'),
      statement(
        'A.7',
        'When the target domain is an IP address or `localhost` and the local account is active as well, the call goes out by the local account, without a dial plan.',
        { code: ['SelectSIPAccount'] },
      ),
      statement(
        'A.7',
        'A telephone number is what has only digits and `* # . - ( ) /` and spaces, or anything that begins with `+`, letters included. `. - ( ) /` and spaces are taken out of it.',
        { code: ['lib/MSIP.cpp: IsPSTNNnmber', 'global.cpp: FormatNumber'] },
      ),
      statement('A.7', 'Only telephone numbers of four characters and more lose them.', {
        versions: ['3.22.16'],
      }),
      statement('A.7', 'Telephone numbers of any length lose them.', { versions: ['3.20.5', '3.21.6'] }),
      statement('A.7', 'Then `dialingPrefix` and `dialPlan` of the account apply.'),
      statement(
        'A.7',
        'Without a scheme `sip:` goes in front, and `@` with the domain of the account behind what has none. The test for a scheme is `sip:` anywhere, so `sips:101` becomes `sip:sips:101`.',
        { code: ['GetSIPURI'] },
      ),
      statement('A.7', '`user@host` and `user@host:port` are kept.'),
      statement(
        'N',
        "A host that is also the account's domain gets the account's port instead of its own: `101@pbx.test:5060` becomes `101@pbx.test`.",
      ),
      statement(
        'A.7',
        '`transport`, `ttl` and `maddr` are taken out of the parameters and the transport of the account is put in, before a `?`; other parameters stay.',
        { versions: ['3.22.16'], code: ['AddTransportSuffix'] },
      ),
      statement(
        'N',
        'Only lower case counts. Each takes with it all that comes before the next `;`: headers too, where none follows.',
        { versions: ['3.22.16'] },
      ),
      statement('N', 'The transport is doubled when the address has one.', {
        versions: ['3.20.5', '3.21.6'],
      }),
      statement('N', 'The transport is put after the headers.', { versions: ['3.20.5'] }),
      statement(
        'A.7',
        '`?Header=value` stays; PJSIP is expected to make headers of the INVITE of it.',
        inferred,
      ),
      statement('N', 'Without a host, `;param` and `?X=1` become part of the user.'),
      statement(
        'N',
        '`192.168.1.5` with an account and without the local account is dialled as `19216815` at the domain of the account.',
      ),
    ],
  },
  {
    id: 'single-instance',
    title: 'One instance, and how it is found',
    area: 'command-line',
    statements: [
      statement('B', 'The main window has the class `MicroSIP`; every other dialog is a `#32770`.', {
        code: ['main.rc', 'microsip.cpp: InitInstance'],
      }),
      statement(
        'B',
        'A starting process looks through all windows for one of that class, without owner, with the same module handle, whose process it can open and whose program has the same full path, whatever its case. The first found is it.',
        { code: ['microsip.cpp: MsipEnumWindowsProc'] },
      ),
      statement('B', 'There is no mutex.'),
      statement('B.1', 'Two cold starts at once find nobody, and both become instances.', inferred),
      statement(
        'B',
        'A copy of the program in another path is another phone. The ini is named after the program, so a renamed copy in the same folder has its own settings.',
        { code: ['microsip.cpp', 'settings.cpp: Init'] },
      ),
      statement(
        'B',
        'A process without elevation cannot open an elevated instance, takes it for absent and becomes a second copy. The same goes for another Windows session.',
        inferred,
      ),
      statement('B', 'The module handle is the same for one path within one boot.', inferred),
      statement(
        'B.2',
        'The starting process hangs for as long as the interface of the instance is busy: by a hook for up to 10 s, by reverse DNS for 500 ms, by an audio device in trouble. It has no timeout of its own.',
      ),
      statement(
        'B.2',
        'Modal dialogs go on handling messages, so new commands are carried out while one is open.',
        inferred,
      ),
      statement(
        'B.1',
        'Every starting process, before it looks for an instance, opens the ini for reading and writing and reads all settings. It may also write: the version, encrypted passwords, a repaired `accountId`, and remove an obsolete `checkUpdatesTime`.',
        { code: ['settings.cpp: Init'] },
      ),
      statement(
        'B.1',
        'It opens the ini exclusively. When that fails, a modal box appears and the command is lost. Seen in production in 3.22.9 already.',
        { versions: ['3.22.16'] },
      ),
      statement('B.1', 'When opening the ini fails, it goes on silently.', {
        versions: ['3.20.5', '3.21.6', '3.22.3'],
      }),
      statement(
        'B.1',
        'While one process has the ini to itself, what the instance reads from and writes to it fails silently: a setting is lost, an account is "not found".',
        inferred,
      ),
      statement('B.1', 'The remedy is to start one at a time, at least 300 ms apart.', { basis: 'field' }),
    ],
  },
  {
    id: 'window-message',
    title: 'The window message',
    area: 'command-line',
    statements: [
      statement(
        'B',
        'A command line travels as `WM_COPYDATA`: wParam 0, `dwData` 1, `lpData` the text in UTF-16LE with a closing zero, `cbData` its bytes with the zero. It is sent without a timeout.',
        { code: ['microsip.cpp: InitInstance'] },
      ),
      statement(
        'B',
        '`dwData` 1 is handled inside the message and always returns 0. `dwData` 2 is copied and posted, and returns 0 at once. Other values return 1 and are ignored.',
        { code: ['mainDlg.cpp: OnCopyData', 'mainDlg.cpp: onCommandLine'] },
      ),
      statement(
        'B',
        '`cbData` is ignored: the text is read up to its zero. A message without one reads past its end.',
        {
          code: ['mainDlg.cpp: OnCopyData'],
        },
      ),
      statement(
        'B',
        'While the SIP stack does not run, the answer is 1 and the command is lost; the starting process then shows the window, as if it had no command.',
        { code: ['mainDlg.cpp: OnCopyData', 'microsip.cpp: InitInstance'] },
      ),
      statement('B', 'At an answer of 0 the starting process leaves all windows alone.'),
      statement(
        'B',
        'It is the main window that is shown, even when it was hidden in the tray, never the call window.',
      ),
      statement(
        'B',
        'Any program can send the message with `dwData` 2 and a timeout of its own, without starting MicroSIP and without touching the ini. The interface is undocumented; the sender needs the same integrity level or a higher one.',
        inferred,
      ),
    ],
  },
  {
    id: 'links',
    title: 'Links in browsers',
    area: 'command-line',
    statements: [
      statement('E', 'The program itself registers no URL scheme, no capabilities and no COM class.', {
        versions: ['3.20.5', '3.21.6', '3.22.16'],
      }),
      statement(
        'E',
        'The installer does: the winget manifests of 3.21.6 and 3.22.16 name `callto`, `dial`, `dialpad`, `sip` and `tel`, for the current user. `msip` is not among them. The script of the installer is not public.',
        { versions: ['3.21.6', '3.22.16'] },
      ),
      statement('E', 'The registered command is presumably `"…\\microsip.exe" "%1"`.', inferred),
      statement('E', 'A link arrives as the whole command line, without its outer quotes.'),
      statement(
        'E',
        'A portable copy registers nothing; `HKCU\\Software\\Classes\\<scheme>` has to be written by hand.',
        inferred,
      ),
      statement('E', 'The installer takes `/S` for a silent installation.'),
      statement(
        'E',
        'Which program opens a link stays the choice of the user in Windows 10 and 11.',
        inferred,
      ),
    ],
  },
];
