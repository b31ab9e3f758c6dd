import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { compareVersions } from '../../catalogue/version.ts';
import { replaceFileSync } from '../../settings/atomic-file.ts';
import { IniDocument } from '../../settings/ini-document.ts';
import { decodeIniAsMicroSip, encodeIni, isUtf16 } from '../../settings/ini-encoding.ts';
import { isSystemError } from '../../system-error.ts';
import { tryLock } from '../start/pid-lock.ts';
import { refuseForeignIni } from './refuse-foreign-ini.ts';

/** The simulator's `microsip.exe` has this base name, and with it its files (facts D.1). */
export const iniName = 'microsip.ini';

/** How a start found the ini. */
export type IniOpening =
  /** Another start has it open, and this version gives up with a message box: the command is lost (facts B.1). */
  | { readonly opened: false }
  | {
      readonly opened: true;
      /** Whether the file was created. */
      readonly firstRun: boolean;
      readonly text: string;
    };

/** First version seen to open the ini exclusively (facts M). */
const exclusiveSince = '3.22.9';

/**
 * What every start does first, before it looks for an instance: opens the ini, creates it if there is none, and
 * converts it to UTF-16 if it is not (facts B.1, D.1, D.2).
 *
 * @param holdMs - how long to keep the file open beyond the time it takes
 * @throws MicroSipError `SETTINGS_DAMAGED` when the file is not one of MicroSIP's; it is left as it is.
 */
export async function openIni(
  dataDirectory: string,
  version: string,
  iniLock: string,
  holdMs = 0,
): Promise<IniOpening> {
  if (compareVersions(version, exclusiveSince) < 0) return readIni(dataDirectory, version);
  const unlock = tryLock(iniLock);
  if (unlock === undefined) return { opened: false };
  try {
    const opening = readIni(dataDirectory, version);
    if (holdMs > 0) await delay(holdMs);
    return opening;
  } finally {
    unlock();
  }
}

function readIni(dataDirectory: string, version: string): IniOpening {
  const path = join(dataDirectory, iniName);
  const bytes = readIfThere(path);
  if (bytes === undefined) {
    const text = `[${sectionOfVersion(version)}]\r\nversion=${version}\r\n`;
    try {
      writeFileSync(path, encodeIni({ encoding: 'utf-16le', text }), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Versions that do not lock the file may create it together; the later one must not empty it again.
      if (!isSystemError(error, 'EEXIST') || readIfThere(path) === undefined) throw error;
      return readIni(dataDirectory, version);
    }
    return { opened: true, firstRun: true, text };
  }
  const found = decodeIniAsMicroSip(bytes);
  const text = withVersion(found, version);
  if (!isUtf16(bytes) || text !== found) {
    refuseForeignIni(path, found);
    replaceFileSync(path, encodeIni({ encoding: 'utf-16le', text }));
  }
  return { opened: true, firstRun: false, text };
}

/** Every start notes its version if another one stands there (facts B.1). */
function withVersion(text: string, version: string): string {
  const ini = IniDocument.parse(text);
  const section = sectionOfVersion(version);
  if (ini.get(section, 'version') === version) return text;
  ini.set(section, 'version', version);
  return ini.toString();
}

/** The section is that of the first line of a new ini, too (facts D.1, D.5). */
function sectionOfVersion(version: string): 'Settings' | 'Global' {
  return compareVersions(version, '3.22.16') < 0 ? 'Settings' : 'Global';
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return undefined;
    throw error;
  }
}
