import { isAscii } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';

import { behaviourVersionOf, newestVerifiedVersion } from '../../catalogue/version.ts';
import { hookFolder } from '../../events/hooks/hook-folder.ts';
import { readHookRecord } from '../../events/hooks/installing/hook-record.ts';
import {
  hookStatuses,
  readFailures,
  type HookFailures,
  type HookStatus,
} from '../../events/hooks/installing/hooks-status.ts';
import { canChangeHooks, nodeFileOf } from '../../events/hooks/installing/phone-side.ts';
import type { Installation } from '../../installation/installation.ts';
import type { UserEnvironment } from '../../installation/system/user-directories.ts';
import { MicroSipError } from '../../microsip-error.ts';
import { phoneSettingsFrom } from '../../phone-model/profile/phone-settings-from.ts';
import { profileSection } from '../../phone-model/profile/read-profile.ts';
import { IniDocument } from '../../settings/ini-document.ts';
import { decodeSettings } from '../../settings/transaction/edited-settings.ts';
import { isSystemError } from '../../system-error.ts';
import { hookFacts } from './hook-facts.ts';
import type { AccountFacts, ReadSettings, SettingsFacts } from './settings-facts.ts';

/** A full call history of thousand entries takes some 200 kB; nothing that MicroSIP writes comes near this, in bytes. */
export const plausibleIniSize = 4 * 1024 * 1024;

/** Reads the ini of a phone, and looks whether the programs of its hooks are there. */
export async function readSettings(
  path: string,
  installation: Installation,
  signal: AbortSignal,
  user?: UserEnvironment,
): Promise<SettingsFacts> {
  let bytes: Uint8Array;
  try {
    const status = await stat(path);
    if (status.size > plausibleIniSize) return { state: 'huge', path, size: status.size };
    // Something else than a file, such as a pipe, might never end.
    if (!status.isFile()) return { state: 'unreadable', path, reason: `${path} is not a file.` };
    bytes = await readFile(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return { state: 'missing', path };
    const reason = error instanceof Error ? error.message : String(error);
    return { state: 'unreadable', path, reason: `The system refuses: ${reason}.` };
  }
  try {
    const { encoding, text } = decodeSettings(path, bytes);
    const understood = await understand(IniDocument.parse(text), installation, signal, user);
    return { state: 'read', path, encoding, isAscii: isAscii(Buffer.from(text)), ...understood };
  } catch (error) {
    if (!(error instanceof MicroSipError) || error.code !== 'SETTINGS_DAMAGED') throw error;
    return { state: 'damaged', path, reason: error.message };
  }
}

async function understand(
  ini: IniDocument,
  installation: Installation,
  signal: AbortSignal,
  user: UserEnvironment | undefined,
): Promise<Pick<ReadSettings, 'ini' | 'values' | 'hooks' | 'hookFailures' | 'hookRecordFault' | 'accounts'>> {
  const version = behaviourVersionOf(installation.version ?? newestVerifiedVersion);
  const read = (section: string, key: string): string | undefined => ini.getText(section, key);
  const { accounts: _accounts, localAccount: _local, ...values } = phoneSettingsFrom(read, version);
  const numbers = ini.sections.flatMap((section) => {
    const number = Number(/^account([1-9]\d{0,8})$/iu.exec(section)?.[1] ?? Number.NaN);
    return Number.isNaN(number) ? [] : [number];
  });
  const accounts = numbers
    .toSorted((left, right) => left - right)
    .map((number): AccountFacts => {
      const { choice, text: value } = profileSection(read, `Account${number}`, version);
      return {
        number,
        loads: value('domain') !== '',
        label: value('label'),
        domain: value('domain'),
        server: value('server'),
        username: value('username'),
        dialingPrefix: value('dialingPrefix'),
        dialPlan: value('dialPlan'),
        transport: choice('transport', ['udp', 'tcp', 'tls']),
        password: passwordForm(value('password')),
      };
    });
  const kit = await kitHooks(ini, installation, version, signal, user);
  return {
    ini,
    values,
    hooks: await hookFacts(ini, installation, kit.statuses, signal),
    hookFailures: kit.failures,
    hookRecordFault: kit.recordFault,
    accounts,
  };
}

/** The hooks of the kit, as far as they are known. */
interface KitHooks {
  readonly statuses: readonly HookStatus[];
  readonly failures: HookFailures | undefined;
  readonly recordFault: string | undefined;
}

/** What the kit knows of its own hooks; nothing where this user may not look at them. */
async function kitHooks(
  ini: IniDocument,
  installation: Installation,
  version: string,
  signal: AbortSignal,
  user: UserEnvironment | undefined,
): Promise<KitHooks> {
  try {
    const folder = hookFolder(installation, user);
    const record = await readHookRecord(folder);
    const changeable = canChangeHooks(installation);
    const found = hookStatuses(ini, {
      folder,
      version,
      record,
      nodeFile: await nodeFileOf(installation, record, signal),
      changeable,
      runs: () => undefined,
    });
    // Those that were set on another system cannot be judged from here, which is no fault of theirs.
    const statuses = found.map((status) =>
      changeable || status.state !== 'damaged' ? status : { ...status, state: 'installed' as const },
    );
    return { statuses, failures: await readFailures(folder), recordFault: undefined };
  } catch (error) {
    if (error instanceof MicroSipError) {
      return { statuses: [], failures: undefined, recordFault: error.message };
    }
    if (!isSystemError(error, 'EACCES', 'EPERM')) throw error;
    return { statuses: [], failures: undefined, recordFault: undefined };
  }
}

/**
 * MicroSIP writes a cipher in hexadecimal, in blocks of eight bytes; everything else is a password that anybody can read
 * (facts D.4). Passwords of digits alone are common.
 */
function passwordForm(value: string): AccountFacts['password'] {
  if (value === '') return 'none';
  return /^(?:[0-9a-f]{16})+$/iu.test(value) ? 'encrypted' : 'readable';
}
