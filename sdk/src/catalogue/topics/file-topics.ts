import { statement, type Topic } from '../topic.ts';

const inferred = { basis: 'inferred' } as const;

/** MicroSIP's files: settings, history, contacts, log, recordings. */
export const fileTopics: readonly Topic[] = [
  {
    id: 'ini-location',
    title: 'Where the ini is',
    area: 'files',
    statements: [
      statement(
        'D.1',
        'It is named after the program: `microsip.exe` has `microsip.ini` and `microsip_log.txt`.',
        {
          code: ['settings.cpp: Init'],
        },
      ),
      statement(
        'D.1',
        'MicroSIP counts as installed when the default value of `HKCU\\Software\\MicroSIP`, else of `HKLM\\Software\\MicroSIP`, is the folder of the program, whatever its case.',
      ),
      statement('D.1', 'Also when an MSI product lies there.', { versions: ['3.20.5', '3.21.6', '3.22.3'] }),
      statement(
        'D.1',
        'Installed: ini, `Contacts.xml` and `call_log.db` lie in `%APPDATA%\\MicroSIP`, log and crash files in `%LOCALAPPDATA%\\MicroSIP`. Older files found in the latter are moved.',
      ),
      statement('D.1', 'Portable: everything lies in the folder of the program, which must be writable.'),
      statement('D.1', 'Nothing names another ini: no flag, no environment variable.'),
      statement('D.1', 'The first run writes it as UTF-16LE with BOM, beginning with `[Settings]`.', {
        versions: ['3.20.5', '3.21.6', '3.22.3'],
      }),
      statement('D.1', 'The first run writes it as UTF-16LE with BOM, beginning with `[Global]`.', {
        versions: ['3.22.16'],
      }),
      statement(
        'D.1',
        'The first run of an installed copy makes it start with Windows: value `MicroSIP` = `"<exe>" /minimized` under `HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run`, unless `RunAtSystemStartup` is 0 under `HKCU\\Software\\MicroSIP` (HKLM is looked at only in that case).',
        { versions: ['3.21.6', '3.22.16'] },
      ),
    ],
  },
  {
    id: 'ini-encoding',
    title: 'Encoding of the ini',
    area: 'files',
    statements: [
      statement('D.2', 'A file that begins with FF FE is taken as UTF-16LE.', {
        code: ['settings.cpp: Init'],
      }),
      statement(
        'D.2',
        'Any other file is taken for the ANSI code page and converted in place, to UTF-16LE with BOM, at the next start.',
        { code: ['settings.cpp: Init'] },
      ),
      statement(
        'D.2',
        'In UTF-8 all beyond ASCII is mangled, and a BOM spoils the first line, so the section that begins there is lost.',
        inferred,
      ),
      statement('D.2', 'Write it as UTF-16LE with BOM and CRLF.'),
    ],
  },
  {
    id: 'ini-life',
    title: 'When the ini is read and written',
    area: 'files',
    statements: [
      statement(
        'D.3',
        'Every start, also of a process that only hands over a command, reads all of `[Settings]` and the active account.',
        { code: ['settings.cpp: Init', 'settings.cpp: SettingsLoad'] },
      ),
      statement('D.3', '`[AccountN]` is read from disk when it is needed: menu, `/account:`, switching.', {
        code: ['settings.cpp: AccountLoad'],
      }),
      statement(
        'D.3',
        '`[Dialed]`, `[Shortcuts]`, contacts, and `[Calls]` up to 3.22.3, are read at the start.',
      ),
      statement(
        'D.3',
        'All keys of `[Settings]` are rewritten at the exit, at OK in the dialogs, at a switch of account, at an automatic update check, and 5 s after many actions in the window: moving, resizing, tabs, volume, the DND, AA and FWD buttons, columns, always-on-top.',
        { code: ['settings.cpp: SettingsSave', 'AccountSettingsPendingSave'] },
      ),
      statement('D.3', 'A crash saves nothing.'),
      statement(
        'D.3',
        'What is edited while it runs is overwritten. It writes key by key: unknown keys survive, known ones get the value in memory. There is no command to reload. Edit only while it is closed.',
      ),
      statement(
        'D.3',
        '`[AccountN]` of an account that is not active can be edited while it runs, and then selected with `/account:N`; the cache of Windows may matter.',
        inferred,
      ),
      statement('D.4', 'Nothing is escaped.'),
      statement(
        'D.4',
        'Booleans are 1 and 0; keys whose default is 1 count as on when missing or, where so stated, empty.',
      ),
      statement('D.6', 'Accounts in `[Settings]` of a very old ini are moved to `[Account1]`.'),
    ],
  },
  {
    id: 'call-history',
    title: 'Call history',
    area: 'files',
    statements: [
      statement('F.1', 'Stands in `[Calls]` of the ini, at most 1000 calls.', {
        versions: ['3.20.5', '3.21.6', '3.22.3'],
      }),
      statement('F.1', 'Stands in `call_log.db`, an SQLite file in the data folder, since 3.22.5.', {
        versions: ['3.22.16'],
        code: ['Data/Database.cpp', 'Data/CallsRepository.cpp'],
      }),
      statement(
        'F.1',
        'A call gets its row at its first state, and the row is updated at its end. An incoming one begins as type 1 and becomes 2 if it was not answered. An unfinished call and one of 0 s look alike but for `info`.',
        { versions: ['3.22.16'] },
      ),
      statement('F.1', 'An outgoing call nobody answered has type 0 and duration 0.'),
      statement('F.1', 'Calls refused automatically are not logged.', { versions: ['3.21.6', '3.22.16'] }),
      statement('F.1', 'Calls refused automatically are logged as missed.', { versions: ['3.20.5'] }),
      statement(
        'F.1',
        'MicroSIP waits 5000 ms for a lock and uses the default rollback journal; at the start only about the newest 1000 stay. Read it read-only, in short transactions.',
        { versions: ['3.22.16'] },
      ),
      statement('F.1', 'A long lock of another process could make MicroSIP show an error or end.', {
        basis: 'inferred',
        versions: ['3.22.16'],
      }),
      statement('F.1', 'There is no account, no SIP status, no time of answer or end.', {
        versions: ['3.22.16'],
      }),
      statement(
        'F.1',
        'The CSV export of the window writes the type of a call as a word, and the import reads it as a number: imported calls all become outgoing.',
        { versions: ['3.22.16'] },
      ),
    ],
  },
  {
    id: 'contacts',
    title: 'Contacts',
    area: 'files',
    statements: [
      statement(
        'F.2',
        '`Contacts.xml` in the data folder: UTF-8 without BOM, root `contacts`, elements `contact` with attributes. It is read at the start only and rewritten at changes, so edits while it runs are lost.',
        { code: ['Contacts.cpp: ContactsLoad', 'Contacts.cpp: ContactsSave'] },
      ),
      statement(
        'F.2',
        'Contacts with `directory=1` came from `usersDirectory`, and a refresh may delete them.',
      ),
      statement('F.2', 'Older versions know fewer attributes.'),
      statement('F.2', 'An empty `contacts.db` appears beside it and is not used.', {
        versions: ['3.22.16'],
        code: ['Data/ContactsRepository.cpp'],
      }),
    ],
  },
  {
    id: 'log-file',
    title: 'Log file',
    area: 'files',
    statements: [
      statement(
        'F.3',
        '`<exe>_log.txt`, written with `enableLog=1`. Installed, it lies in `%LOCALAPPDATA%\\MicroSIP`, portable, beside the program.',
      ),
      statement(
        'F.3',
        'The previous log is renamed: `_1` goes in front of the first dot of its whole path.',
        {
          versions: ['3.22.16'],
        },
      ),
      statement(
        'F.3',
        'That breaks when a folder has a dot in its name or the target exists. PJSIP then opens the old file in its own way.',
        {
          basis: 'inferred',
          versions: ['3.22.16'],
        },
      ),
      statement('F.3', 'It is the plain log of PJSIP: time, source file, text, with complete SIP messages.'),
      statement(
        'F.3',
        'Lines worth reading: `Call <n> state changed to CALLING|EARLY|CONNECTING|CONFIRMED|DISCONNECTED [reason=<code> (<text>)]`, results of registrations, whole INVITEs.',
        inferred,
      ),
      statement(
        'F.3',
        'It holds numbers, names, digest headers (not the password in the clear) and DTMF: treat it as private.',
      ),
      statement('F.3', 'It is not rotated, and grows without limit during a run.'),
    ],
  },
  {
    id: 'recordings',
    title: 'Recordings',
    area: 'files',
    statements: [
      statement(
        'F.4',
        '`<recordingPath>\\YYYYMMDD-HHMMSS-<remote user>-<incoming|outgoing>-<label of the account, else local user>.mp3` or `.wav`.',
        { code: ['global.cpp: msip_call_recording_start'] },
      ),
      statement(
        'F.4',
        'A space, and each of `/ \\ ? % * : | " < > .`, becomes `_`. A folder that is missing is made, but not the one above it.',
      ),
    ],
  },
];
