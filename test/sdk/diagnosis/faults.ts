import assert from 'node:assert/strict';
import {
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import { hookKeys } from '../../../sdk/src/catalogue/hook.ts';
import { programName } from '../../../sdk/src/events/hooks/hook-folder.ts';
import { recordName } from '../../../sdk/src/events/hooks/installing/hook-record.ts';
import type { FindingCode } from '../../../sdk/src/diagnosis/checks.ts';
import type { Severity } from '../../../sdk/src/diagnosis/severity.ts';
import { cameraConsentKeys } from '../../../sdk/src/diagnosis/snapshot/camera-consent.ts';
import { missingInPrefix, type HandlerFacts } from '../../../sdk/src/diagnosis/snapshot/neighbourhood.ts';
import { interopTrouble } from '../../../sdk/src/installation/wsl/interop.ts';
import { encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';
import { standIn } from '../../support/sdk/stand-in-process.ts';
import type { PreparedBackend, PreparedPhone } from './prepared-phone.ts';

/** A way in which an installation can be broken. */
export interface Fault {
  /** What is wrong, for the title of the test. */
  readonly title: string;
  /** `simulator`, where nothing else is said. */
  readonly backend?: PreparedBackend;
  /** Where it is not what the check usually says. */
  readonly severity?: Severity;
  /** Whether a command alone does not mend it. */
  readonly isByHand?: boolean;
  /** What else is to be found then. */
  readonly also?: readonly FindingCode[];
  /** Breaks a good installation; what it starts must end with the test. */
  readonly break: (phone: PreparedPhone, started: AsyncDisposable[]) => void | Promise<void>;
}

const hookFault =
  (value: string | ((phone: PreparedPhone) => string)): Fault['break'] =>
  (phone) => {
    phone.set('Settings', 'cmdCallEnd', typeof value === 'string' ? value : value(phone));
  };

const settingsFault =
  (settings: Readonly<Record<string, string>>, section = 'Settings'): Fault['break'] =>
  (phone) => {
    for (const [key, text] of Object.entries(settings)) phone.set(section, key, text);
  };

const ageing =
  (at: string): Fault['break'] =>
  (phone) => {
    phone.surroundings = { ...phone.surroundings, now: Date.parse(at) };
  };

/** A phone that runs under Wine, started before the diagnosis looks. */
async function runPhone(phone: PreparedPhone, started: AsyncDisposable[]): Promise<void> {
  started.push(await standIn(phone.executable));
  phone.surroundings = { ...phone.surroundings, now: Date.now() + 60_000 };
}

function handler(
  scheme: HandlerFacts['scheme'],
  handledBy: HandlerFacts['handledBy'],
  programExists: boolean,
): HandlerFacts {
  return { scheme, handledBy, executable: 'C:\\Other\\phone.exe', programExists };
}

/** A real prefix, as far as Wine needs it, without one of its parts. */
const prefixFaults: readonly Fault[] = ['system.reg', 'user.reg', 'dosdevices/c:', 'drive_c/windows'].map(
  (part) => ({
    title: `${part} is gone`,
    backend: 'wine',
    break: async (phone) => {
      const prefix = path.join(phone.directory, 'prefix');
      mkdirSync(path.join(prefix, 'dosdevices'), { recursive: true });
      mkdirSync(path.join(prefix, 'drive_c', 'windows'), { recursive: true });
      symlinkSync('../drive_c', path.join(prefix, 'dosdevices', 'c:'));
      for (const name of ['system.reg', 'user.reg']) writeFileSync(path.join(prefix, name), '');
      assert.deepEqual(await missingInPrefix(prefix), []);
      rmSync(path.join(prefix, part), { recursive: true });
      phone.around({ missingInPrefix: await missingInPrefix(prefix) });
    },
  }),
);

/** Every fault that a diagnosis must find, in every form it comes in. */
export const faults: Readonly<Record<FindingCode, readonly Fault[]>> = {
  'not-installed': [
    {
      title: 'no MicroSIP was named, and none is searched for',
      break: (phone) => {
        phone.options = {};
      },
    },
  ],
  'program-missing': [
    {
      title: 'the program was removed',
      backend: 'wine',
      break: ({ executable }) => {
        rmSync(executable);
      },
    },
  ],
  'wine-missing': [
    {
      title: 'Wine was removed',
      backend: 'wine',
      break: ({ directory }) => {
        rmSync(path.join(directory, 'bin', 'wine'));
      },
    },
  ],
  'interop-off': [
    {
      title: '/etc/wsl.conf switches it off',
      backend: 'wsl',
      break: async (phone) => {
        const root = path.join(phone.directory, 'root');
        mkdirSync(path.join(root, 'etc'), { recursive: true });
        writeFileSync(path.join(root, 'etc', 'wsl.conf'), '[interop]\nenabled = false\n');
        phone.surroundings = { ...phone.surroundings, interopTrouble: (await interopTrouble(root)) ?? false };
      },
    },
    {
      title: 'the rule of the kernel is gone',
      backend: 'wsl',
      break: async (phone) => {
        const trouble = await interopTrouble(path.join(phone.directory, 'root'));
        phone.surroundings = { ...phone.surroundings, interopTrouble: trouble ?? false };
      },
    },
  ],
  'wine-prefix-broken': prefixFaults,
  'several-copies': [
    {
      title: 'another portable one',
      break: (phone) => {
        phone.around({ copies: [{ executable: 'D:\\Tools\\microsip.exe', portable: true, running: false }] });
      },
    },
    {
      title: 'the same path in another prefix of Wine',
      backend: 'wine',
      break: (phone) => {
        const { executable } = phone;
        phone.around({ copies: [{ executable, prefix: '/prefixes/other', portable: false }] });
      },
    },
  ],
  'other-copy-runs': [
    {
      title: 'the installed one does not run, a portable one does',
      also: ['several-copies'],
      break: (phone) => {
        phone.around({ copies: [{ executable: 'D:\\Tools\\microsip.exe', portable: true, running: true }] });
      },
    },
  ],
  'other-session': [
    {
      title: 'somebody else is logged in as well',
      break: (phone) => {
        phone.around({ otherSessions: [4242] });
      },
    },
  ],
  'koffi-missing': [
    {
      title: 'it was left out when the kit was installed',
      break: (phone) => {
        phone.around({ nativeWindows: 'missing' });
      },
    },
  ],
  'links-unhandled': [
    {
      title: 'nobody has tel:',
      break: (phone) => {
        phone.around({ handlers: [{ scheme: 'tel', handledBy: 'nobody' }] });
      },
    },
  ],
  'links-elsewhere': [
    {
      title: 'another program has sip:',
      break: (phone) => {
        phone.around({ handlers: [handler('sip', 'another-program', true)] });
      },
    },
    {
      title: 'another copy of MicroSIP has callto:, and who has tel: is not known',
      break: (phone) => {
        const unknown = { scheme: 'tel', handledBy: 'another-program' } as const;
        phone.around({ handlers: [handler('callto', 'another-microsip', true), unknown] });
      },
    },
  ],
  'links-stale': [
    {
      title: 'the program that has tel: was removed',
      break: (phone) => {
        phone.around({ handlers: [handler('tel', 'another-program', false)] });
      },
    },
    {
      title: 'so was the copy of this MicroSIP that has sip:',
      break: (phone) => {
        phone.around({ handlers: [handler('sip', 'this-microsip', false)] });
      },
    },
  ],
  portable: [
    {
      title: 'the ini lies beside the program',
      backend: 'wine',
      break: (phone) => {
        phone.options = { ...phone.options, executable: phone.program('data/microsip.exe') };
      },
    },
  ],
  // Nothing can be forbidden to root; `folder-not-writable.test.ts` acts as another user.
  'folder-not-writable': [],
  'old-version': [
    {
      title: '3.20.5',
      break: (phone) => {
        phone.options = { ...phone.options, version: '3.20.5' };
      },
    },
  ],
  'unknown-version': [
    {
      title: 'neither the user nor the ini says which',
      backend: 'wine',
      break: (phone) => {
        phone.options = { ...phone.options, version: undefined };
        phone.settings((ini) => {
          ini.remove('Settings', 'version');
          ini.remove('Global', 'version');
        });
      },
    },
    {
      title: 'one that is newer than all that were read',
      break: (phone) => {
        phone.options = { ...phone.options, version: '3.23.1' };
      },
    },
  ],
  'build-ageing': [
    { title: 'half a year before the first notice', severity: 'note', break: ageing('2027-10-01') },
    { title: 'on the day of the first notice', break: ageing('2028-03-14') },
    { title: 'on the day from which the notice comes at every show', break: ageing('2028-09-13') },
    { title: 'on the day from which it refuses', severity: 'error', break: ageing('2029-03-14') },
  ],
  'several-instances': [
    {
      title: 'two processes of the same program',
      backend: 'wine',
      break: async (phone, started) => {
        phone.file(phone.logPath, '');
        await runPhone(phone, started);
        await runPhone(phone, started);
        const later = new Date(Date.now() + 1000);
        utimesSync(phone.logPath, later, later);
      },
    },
  ],
  'elevated-instance': [
    {
      title: 'a process whose program Windows does not tell',
      backend: 'wsl',
      break: (phone) => {
        phone.file(phone.logPath, '');
        const details = [
          { ProcessId: 4242, ExecutablePath: null, StartedAt: '2026-11-22T00:00:00.0000000Z' },
        ];
        phone.windows({
          tasklist: `console.log('"microsip.exe","4242","Console","1","35,104 K"')`,
          powershell: `console.log(${JSON.stringify(JSON.stringify(details))})`,
        });
      },
    },
  ],
  'camera-denied': cameraConsentKeys.map((key) => ({
    title: key,
    backend: 'wsl',
    break: (phone) => {
      phone.windows({
        reg: `if (process.argv[3] !== ${JSON.stringify(key)}) process.exit(1);
          console.log('\\r\\n' + process.argv[3] + '\\r\\n    Value    REG_SZ    Deny\\r\\n\\r\\n');`,
      });
    },
  })),
  'node-too-old': [
    {
      title: 'Node.js 20',
      break: (phone) => {
        phone.surroundings = { ...phone.surroundings, nodeVersion: '20.19.0' };
      },
    },
  ],
  'settings-missing': [
    {
      title: 'the ini was removed',
      break: ({ iniPath }) => {
        rmSync(iniPath);
      },
    },
    {
      title: 'the whole folder was removed',
      break: ({ dataDirectory }) => {
        rmSync(dataDirectory, { recursive: true });
      },
    },
  ],
  'settings-unreadable': [
    {
      title: 'a folder has the name of the ini',
      break: ({ iniPath }) => {
        rmSync(iniPath);
        mkdirSync(iniPath);
      },
    },
  ],
  'settings-damaged': [
    {
      title: 'it ends within a character',
      break: (phone) => {
        const whole = encodeIni({ encoding: 'utf-16le', text: phone.iniText });
        phone.file(phone.iniPath, whole.subarray(0, whole.length - 1));
      },
    },
    {
      title: 'it is binary',
      break: (phone) => {
        phone.file(
          phone.iniPath,
          Uint8Array.from({ length: 4096 }, (_, index) => index % 256),
        );
      },
    },
    {
      title: 'it is UTF-16 in the other byte order',
      break: (phone) => {
        phone.file(phone.iniPath, Buffer.from(`\uFEFF${phone.iniText}`, 'utf16le').swap16());
      },
    },
    {
      title: 'it belongs to another program',
      break: (phone) => {
        phone.file(phone.iniPath, '[Desktop Entry]\nName=Phone\n');
      },
    },
  ],
  'settings-huge': [
    {
      title: 'it has grown to 8 MiB',
      break: ({ iniPath }) => {
        truncateSync(iniPath, 8 * 1024 * 1024);
      },
    },
  ],
  'settings-utf8': [
    {
      title: 'with a byte order mark',
      break: (phone) => {
        phone.file(phone.iniPath, `\uFEFF${phone.iniText}`);
      },
    },
    {
      title: 'with a label that is not ASCII',
      break: (phone) => {
        phone.set('Account1', 'label', 'Büro');
        phone.file(phone.iniPath, phone.iniText);
      },
    },
  ],
  'settings-ansi': [
    {
      title: 'with a label that is not ASCII',
      break: (phone) => {
        phone.set('Account1', 'label', 'Büro');
        phone.file(phone.iniPath, encodeIni({ encoding: 'ansi', text: phone.iniText }));
      },
    },
  ],
  'settings-duplicate': [
    {
      title: 'a key',
      break: (phone) => {
        const text = phone.iniText.replace('enableLog=1', 'enableLog=1\r\nENABLELOG=0');
        phone.file(phone.iniPath, encodeIni({ encoding: 'utf-16le', text }));
      },
    },
    {
      title: 'a section',
      break: (phone) => {
        const text = `${phone.iniText}[account1]\r\nusername=1002\r\n`;
        phone.file(phone.iniPath, encodeIni({ encoding: 'utf-16le', text }));
      },
    },
  ],
  'call-state-off': [
    { title: 'no log and no hooks', backend: 'wine', break: settingsFault({ enableLog: '0' }) },
  ],
  'hooks-damaged': [
    {
      title: 'the Node.js that runs the hook program was removed',
      break: async (phone) => {
        const folder = await phone.installHooks();
        const record = path.join(folder, recordName);
        const { node } = JSON.parse(readFileSync(record, 'utf8')) as { readonly node: string };
        const gone = '/gone/bin/node';
        phone.file(record, readFileSync(record, 'utf8').replace(JSON.stringify(node), JSON.stringify(gone)));
        await phone.closedSettings.change((ini) => {
          for (const key of hookKeys) {
            ini.set('Settings', key, (ini.get('Settings', key) ?? '').replace(node, gone));
          }
        });
      },
    },
    {
      title: 'the hook program was removed',
      break: async (phone) => {
        rmSync(path.join(await phone.installHooks(), programName));
      },
    },
    {
      title: 'what the hooks held before is damaged',
      isByHand: true,
      break: async (phone) => {
        phone.file(path.join(await phone.installHooks(), recordName), '{');
        await phone.closedSettings.change((ini) => {
          for (const key of hookKeys) ini.remove('Settings', key);
        });
      },
    },
    {
      title: 'a value was edited',
      break: async (phone) => {
        await phone.installHooks();
        await phone.closedSettings.change((ini) => {
          ini.set('Settings', 'cmdCallEnd', `${ini.get('Settings', 'cmdCallEnd') ?? ''} x`);
        });
      },
    },
    {
      title: 'they are those of another phone, from which the ini was copied',
      break: async (phone) => {
        await phone.installHooks();
        await phone.closedSettings.change((ini) => {
          for (const key of hookKeys) {
            const value = ini.get('Settings', key) ?? '';
            ini.set('Settings', key, value.replace(/[0-9a-f]{16}/u, '0123456789abcdef'));
          }
        });
      },
    },
  ],
  'hooks-incomplete': [
    {
      title: 'one was removed',
      break: async (phone) => {
        await phone.installHooks();
        await phone.closedSettings.change((ini) => {
          ini.remove('Settings', 'cmdCallEnd');
        });
      },
    },
  ],
  'hook-failures': [
    {
      title: 'the disk was full',
      break: async (phone) => {
        const folder = await phone.installHooks();
        const failure = { at: '2026-11-22T12:00:00.000Z', error: 'ENOSPC: no space left on device' };
        phone.file(path.join(folder, 'failures.jsonl'), `${JSON.stringify(failure)}\n`);
      },
    },
  ],
  'log-unreadable': [
    {
      title: 'a folder has its name',
      break: ({ logPath }) => {
        mkdirSync(logPath);
      },
    },
  ],
  'log-not-written': [
    { title: 'there is no log although a phone runs', backend: 'wine', break: runPhone },
    {
      title: 'the log is older than the phone that runs',
      backend: 'wine',
      break: async (phone, started) => {
        phone.file(phone.logPath, '');
        utimesSync(phone.logPath, 0, 0);
        await runPhone(phone, started);
      },
    },
  ],
  'log-large': [
    {
      title: 'it has grown to 2 GiB',
      break: ({ logPath }) => {
        writeFileSync(logPath, '');
        truncateSync(logPath, 2 * 1024 ** 3);
      },
    },
  ],
  'hook-cut': [
    {
      title: 'more than 255 characters',
      break: hookFault((phone) => `${phone.program('ev.exe')} ${'x'.repeat(255)}`),
    },
  ],
  'hook-blank': [
    { title: 'a quoted blank', break: hookFault('" "') },
    { title: 'quoted blanks and tabs', break: hookFault('" \t "') },
  ],
  'hook-path-split': [
    {
      title: 'quotes that Windows takes off',
      break: hookFault((phone) => `"${phone.program('My Tools/ev.exe')}"`),
    },
    { title: 'no quotes', break: hookFault('C:\\My Tools\\ev.exe end') },
  ],
  'hook-program-missing': [
    {
      title: 'no such file, as Wine names files',
      backend: 'wine',
      break: hookFault(({ directory }) => `Z:${directory.replaceAll('/', '\\')}\\gone.exe end`),
    },
    { title: 'no such file', break: hookFault(({ directory }) => `${directory}/gone.exe end`) },
    {
      title: 'no such file, quoted as MicroSIP does it',
      break: hookFault(({ directory }) => `""${directory}/gone away.exe" end"`),
    },
  ],
  'hook-batch-file': [
    { title: '.bat', break: hookFault((phone) => `${phone.program('ev.bat')} end`) },
    { title: '.CMD', break: hookFault((phone) => phone.program('ev.CMD')) },
  ],
  'hook-shell': [
    'cmd /c echo',
    'C:\\Windows\\System32\\cmd.exe /c echo',
    'powershell -Command echo',
    'powershell.exe echo',
    'pwsh -c echo',
    'bash -lc echo',
  ].map((value) => ({ title: value, break: hookFault(value) })),
  'hook-opens-editor': [{ title: '.ps1', break: hookFault((phone) => phone.program('ev.ps1')) }],
  'hook-deadlock': [
    { title: 'microsip.exe', break: hookFault((phone) => `${phone.program('phone/MicroSIP.exe')} /answer`) },
    {
      title: 'microsip.exe, started by another program',
      break: hookFault('hidden.exe "C:\\MicroSIP\\microsip.exe" /answer'),
    },
    { title: 'the command of the kit', break: hookFault('node.exe C:\\kit\\microsip.js answer') },
  ],
  'hook-redirected': [
    { title: 'a tool of the system', break: hookFault('C:\\Windows\\System32\\ev.exe') },
    { title: 'in other letters', break: hookFault('d:/winnt/system32/oobe/ev.exe') },
  ],
  'hook-shows-password': ['{password}', '{md5_password}'].map((token) => ({
    title: token,
    break: (phone) => {
      phone.set('Settings', 'cmdOutgoingCall', `${phone.program('ev.exe')} ${token}`);
    },
  })),
  'unknown-hook': [
    { title: 'one that web pages invented', break: settingsFault({ cmdCallHangup: 'ev.exe' }) },
  ],
  'single-mode': [{ title: 'singleMode=1', break: settingsFault({ singleMode: '1' }) }],
  'auto-answer-everyone': [
    { title: 'always', break: settingsFault({ autoAnswer: 'all' }) },
    { title: 'by the button', break: settingsFault({ autoAnswer: 'button', AA: '1' }) },
  ],
  'calls-refused': [
    { title: 'always', break: settingsFault({ denyIncoming: 'all' }) },
    { title: 'by the button', break: settingsFault({ denyIncoming: 'button', DND: '1' }) },
  ],
  'directory-shows-password': [
    { title: 'by a placeholder', address: 'https://pbx.test/{username}/{md5_password}' },
    { title: 'by the second %s', address: 'http://pbx.test/?u=%s&p=%s' },
    { title: 'in clear text', address: 'https://ada:Geheim@pbx.test/contacts' },
  ].map(({ address, title }) => ({ title, break: settingsFault({ usersDirectory: address }) })),
  'directory-format': [
    {
      title: 'an escape in 3.20.5',
      also: ['old-version'],
      break: (phone) => {
        phone.options = { ...phone.options, version: '3.20.5' };
        phone.set('Settings', 'usersDirectory', 'http://pbx.test/my%20contacts');
      },
    },
  ],
  'forwarding-loop': [
    { title: 'to its own number', break: settingsFault({ forwarding: 'all', forwardingNumber: '1001' }) },
    {
      title: 'to its own address',
      break: settingsFault({ forwarding: 'button', FWD: '1', forwardingNumber: 'sip:1001@PBX.test:5060' }),
    },
  ],
  'update-check': [{ title: 'weekly', break: settingsFault({ updatesInterval: '' }) }],
  'silent-ignored': [{ title: 'silent=1 in 3.22.16', break: settingsFault({ silent: '1' }) }],
  'no-account': [
    {
      title: 'no section of one',
      break: (phone) => {
        phone.settings((ini) => ini.removeSection('Account1'));
      },
    },
  ],
  'account-without-domain': [
    {
      title: 'a second account',
      break: settingsFault({ label: 'Home', server: 'pbx.test', username: '7' }, 'Account2'),
    },
    { title: 'the only account', break: settingsFault({ domain: '' }, 'Account1') },
  ],
  'account-address': [
    { title: 'a SIP address', break: settingsFault({ domain: 'sip:pbx.test' }, 'Account1') },
    { title: 'a web address', break: settingsFault({ server: 'https://pbx.test:5060/x' }, 'Account1') },
    { title: 'an account', break: settingsFault({ server: '1001@pbx.test' }, 'Account1') },
  ],
  'account-gap': [
    {
      title: '1 and 3',
      break: settingsFault({ domain: 'pbx.test', server: 'pbx.test', username: '3' }, 'Account3'),
    },
  ],
  'account-without-server': [{ title: 'the active one', break: settingsFault({ server: '' }, 'Account1') }],
  'account-without-user': [{ title: 'the active one', break: settingsFault({ username: '' }, 'Account1') }],
  'active-account-missing': [{ title: 'accountId=7', break: settingsFault({ accountId: '7' }) }],
  'password-readable': [
    { title: 'clear text', break: settingsFault({ password: 'Geheim!1' }, 'Account1') },
    { title: 'digits', break: settingsFault({ password: '123456' }, 'Account1') },
  ],
  'dial-plan': [
    { title: 'that takes three digits only', break: settingsFault({ dialPlan: 'xxx' }, 'Account1') },
  ],
  'dialing-prefix': [{ title: 'a zero', break: settingsFault({ dialingPrefix: '0' }, 'Account1') }],
  'contacts-damaged': [
    {
      title: 'they end in the middle',
      break: ({ dataDirectory }) => {
        writeFileSync(path.join(dataDirectory, 'Contacts.xml'), '<contacts><contact number="101" na');
      },
    },
  ],
  'call-log-damaged': [
    {
      title: 'it is no database',
      break: ({ dataDirectory }) => {
        writeFileSync(path.join(dataDirectory, 'call_log.db'), 'ID,Type,Name\n'.repeat(400));
      },
    },
  ],
};
