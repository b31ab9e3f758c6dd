import { statement, type Topic } from '../topic.ts';

const inferred = { basis: 'inferred' } as const;

/** When hooks fire, and how their programs are started. */
export const hookTopics: readonly Topic[] = [
  {
    id: 'hook-order',
    title: 'Which hooks fire',
    area: 'hooks',
    statements: [
      statement(
        'C.1',
        'The SIP thread records each state and hands it to the interface. A slow hook delays all later ones by up to 10 s each, and keeps their order.',
        { code: ['mainDlg.cpp: on_call_state', 'mainDlg.cpp: onCallState'] },
      ),
      statement(
        'C.1',
        'Nothing fires when an outgoing call rings or has early media, nor for hold, transfer, DTMF, registration, messages or voicemail.',
      ),
      statement(
        'C.1',
        'But for the placeholders of `cmdOutgoingCall`, a hook is told the number alone: no Call-ID, direction, duration, status or account.',
      ),
      statement('C.1', 'Whether a call was a conversation is known from `cmdCallStart`: seen or not.'),
      statement('C.1', 'A hook is turned off by an empty value, and in no other way.'),
    ],
  },
  {
    id: 'hook-programs',
    title: 'How a hook program is started',
    area: 'hooks',
    statements: [
      statement(
        'C.3',
        'The value is trimmed and split like a command line. The first part is the file; the rest is joined again by single spaces and has lost its quotes, so an argument with spaces falls apart and runs of blanks shrink.',
        { code: ['lib/MSIP.cpp: RunCmd', 'lib/MSIP.cpp: CommandLineToShell'] },
      ),
      statement('C.3', 'A space and the number are appended, without quotes.'),
      statement(
        'C.3',
        'The file is started hidden, through the shell of Windows, with the working directory of MicroSIP. A wrong path fails silently.',
      ),
      statement(
        'C.3',
        'MicroSIP waits up to 10 s for the program to end, always, and handles no messages meanwhile: its window is frozen. With `cmdIncomingCall` the SIP thread is frozen instead.',
      ),
      statement(
        'C.3',
        'A hook that starts `microsip.exe` and waits for it waits for the frozen interface: both hang until the 10 s are over. Hand the event to another process and end at once.',
      ),
      statement(
        'C.3',
        'Files go by their type: `.bat`, `.cmd`, `.exe`, `.vbs` and `.lnk` run; `.ps1` opens the editor; documents and addresses open in their program.',
      ),
      statement(
        'C.3',
        'MicroSIP is a 32-bit program, so `System32` means `SysWOW64` and the 32-bit `cmd` and PowerShell.',
        inferred,
      ),
      statement(
        'C.3',
        'A program that asks something waits unseen; after 10 s MicroSIP goes on and leaves it running.',
      ),
    ],
  },
  {
    id: 'hook-values',
    title: 'Writing a hook into the ini',
    area: 'hooks',
    statements: [
      statement('C.4', 'At most 255 characters are read; the rest is cut off silently.'),
      statement('C.4', 'The value is saved as it is.', { versions: ['3.20.5'] }),
      statement('C.4', 'The value is saved with one pair of quotes around it.', {
        versions: ['3.21.6', '3.22.3', '3.22.16'],
        code: ['settings.cpp: SettingsSave'],
      }),
      statement(
        'C.4',
        'Windows takes off one pair of `"` or of `\'` when the value both begins and ends with it.',
      ),
      statement(
        'C.4',
        'The safest hook is an `.exe` in a path without spaces, such as below `C:\\Users\\Public`.',
      ),
    ],
  },
  {
    id: 'hook-argument',
    title: "A hook's argument is remote text",
    area: 'hooks',
    statements: [
      statement(
        'C.5',
        'No shell reads the command of an `.exe`. But a batch file, `cmd /c` and `powershell -Command` interpret `&`, `|`, `^`, `%`, `;` and `$( )`, and the caller chooses this text. So: an `.exe` that takes its command line as data; never a batch file.',
      ),
      statement(
        'C.5',
        'A value can contain spaces, so it can become several arguments. Parse by position, accept only digits, `+`, `*` and `#`, and refuse what is too much.',
      ),
      statement(
        'C.5',
        'The number can differ in form from what was dialled: prefix, `+`, dial plan, rewriting by the server.',
      ),
      statement(
        'N',
        'Display names of a certain form reach the argument in every version, with raw blanks, `&` and `|`.',
      ),
      statement(
        'C.5',
        'The caller id of P-Asserted-Identity or Remote-Party-ID is used for incoming INVITEs only.',
        {
          versions: ['3.22.3', '3.22.16'],
          code: ['global.cpp: GetPAI', 'global.cpp: ParseCallSIPURI'],
        },
      ),
    ],
  },
];
