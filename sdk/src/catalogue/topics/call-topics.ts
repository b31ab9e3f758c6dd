import { statement, type Topic } from '../topic.ts';

const inferred = { basis: 'inferred' } as const;

/** What happens to calls by themselves. */
export const callTopics: readonly Topic[] = [
  {
    id: 'incoming-calls',
    title: 'Incoming calls',
    area: 'calls',
    statements: [
      statement('G', 'Refused calls get 486.'),
      statement('G', 'The refusal carries a Reason header.', { versions: ['3.21.6', '3.22.16'] }),
      statement(
        'G',
        'A second INVITE from the user and domain of any existing call, even one being dialled, gets 486. Two phones that call each other at the same moment both fail.',
      ),
      statement('G', 'An INVITE with the Call-ID of a call just declined gets 487, silently.'),
      statement('G', 'Intercom needs no extra: `autoAnswer=header`, and a header set by the exchange.'),
    ],
  },
  {
    id: 'hidden-operation',
    title: 'A phone nobody sees',
    area: 'calls',
    statements: [
      statement('G', '`/hidden` runs it without any window or icon; `silent=1` keeps its windows quiet.', {
        versions: ['3.20.5', '3.21.6'],
      }),
      statement('G', 'Only the start can be hidden: `/minimized` or `minimized=1`.', {
        versions: ['3.22.3', '3.22.16'],
      }),
    ],
  },
  {
    id: 'users-directory',
    title: 'Users directory',
    area: 'network',
    statements: [
      statement(
        'H',
        'It is fetched at the start, and after the registration if the address needs the account.',
        { code: ['mainDlg.cpp: UsersDirectoryLoad'] },
      ),
      statement(
        'H',
        'It is fetched again after the `refresh` seconds of a JSON or XML answer, else after the `max-age` of its Cache-Control, taken as at least 60 and at most 86400 s.',
      ),
      statement('H', 'After a 200 answer with neither it is fetched again every 60 s.', {
        versions: ['3.21.6'],
      }),
      statement('H', 'After an answer other than 200 it is fetched again after 3600 s.', {
        versions: ['3.21.6', '3.22.16'],
      }),
      statement('H', 'After a failed connection it is tried again within 300 s.', { versions: ['3.21.6'] }),
      statement('H', 'After the nth failed connection it is tried again after 10 s times n cubed.', {
        versions: ['3.22.16'],
      }),
      statement(
        'H',
        'JSON: a list of contacts, or an object with `refresh` and `items`. A contact has `name`, `number` (or `phone`, `telephone`), `firstname`, `lastname`, `phone`, `mobile`, `email`, `address`, `city`, `state`, `zip`, `comment`, `id`, `info`, `presence`, `starred`.',
        { code: ['mainDlg.cpp: onUsersDirectoryLoaded'] },
      ),
      statement(
        'H',
        'JSON: `presence` at the root, entries with `number`, `status` (`offline`, `online`, `away`, `busy`, `ring`, `phone`) and `info`.',
        { versions: ['3.21.6', '3.22.16'] },
      ),
      statement('H', 'JSON: `silent` at the root.', { versions: ['3.22.16'] }),
      statement('H', 'CSV, with the header `Content-Type: text/csv` exactly so.', {
        versions: ['3.21.6', '3.22.16'],
      }),
      statement(
        'H',
        'XML: `contacts/contact`; Yealink `YealinkIPPhoneBook/Menu/Unit` with `Name`, `Phone1`, `Phone2`, `Phone3`; or any `entry` or `DirectoryEntry` with `name` and `extension` or `Telephone`.',
      ),
      statement(
        'H',
        'A local HTTP server can push names and presence in this way: the only way to show something in the window at run time.',
        inferred,
      ),
      statement('H', 'A URL for shortcuts exists as a field and is not implemented.', {
        versions: ['3.21.6', '3.22.16'],
      }),
    ],
  },
  {
    id: 'http-traffic',
    title: 'What MicroSIP fetches by itself',
    area: 'network',
    statements: [
      statement(
        'H',
        'The update check is a plain GET of `http://update.microsip.org/softphone-update.txt` with `version`, `client`, `lang`, `type` and, in the Lite edition, `lite` in the query; a newer version asks a modal question.',
      ),
      statement('H', 'After a crash a report is posted to `crash-report2.microsip.org/crash-report`.', {
        versions: ['3.22.16'],
      }),
      statement('H', 'MicroSIP serves no HTTP.'),
    ],
  },
  {
    id: 'other-interfaces',
    title: 'Other ways in',
    area: 'program',
    statements: [
      statement(
        'I',
        'Menu ids sent as `WM_COMMAND` reach the main window. They are undocumented and may change with any version.',
      ),
      statement(
        'I',
        'Internal messages (`WM_USER` + 0x101 and up) carry pointers, and their numbers shift: never send them from outside.',
      ),
      statement('I', 'There is no DDE, no COM automation, no named pipe, no TCP or HTTP interface.'),
      statement('I', 'Media keys count with `enableMediaButtons=1`, HID headsets with `headsetSupport=1`.'),
      statement('I', 'A left click on the tray icon toggles the window; balloons appear at the icon.'),
      statement('I', 'The jump list has one task, exit, which runs `/exit`.', { code: ['jumplist.cpp'] }),
      statement('I', 'No interface tells the state. Hooks, call history, log and the exchange do.'),
    ],
  },
  {
    id: 'provenance',
    title: 'What was read',
    area: 'program',
    statements: [
      statement(
        '0',
        '3.20.5 and 3.21.6 were read in forks, the latter built without video; 3.22.16 is the official source.',
      ),
      statement('0', 'Of 3.22.3 only `microsip.cpp`, `settings.cpp` and `mainDlg.cpp` were read.'),
      statement(
        '0',
        'Code of custom builds has been taken out of the public source of 3.22.16, and a few files, such as `lib/Crypto.cpp`, are missing in the copy read; those facts come from the older ones.',
      ),
      statement(
        'N',
        'The parsers of 3.20.5, 3.21.6 and 3.22.16 were also run, on thousands of command lines and addresses.',
      ),
      statement(
        '0',
        'By the release notes, 3.22.0 to 3.22.3 brought multiple monitors, DTLS-SRTP, the handling of a changed IP address, and better use of P-Asserted-Identity and Remote-Party-ID.',
      ),
      statement(
        '0',
        'By the release notes, 3.22.5 moved the call log from the ini to a database, with import and export, and brought `hideCID` soft and hard and new types of shortcuts; 3.22.6 and 3.22.7 check the permission for the camera; 3.22.9 and 3.22.10 no longer activate the window unasked; 3.22.16, released on 2026-09-14, has the Reason header on a refusal and a new parser of SIP addresses.',
      ),
    ],
  },
];
