import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { HookControl } from '../../../../sdk/src/events/hooks/hook-control.ts';
import { programName } from '../../../../sdk/src/events/hooks/hook-folder.ts';
import type { UserEnvironment } from '../../../../sdk/src/installation/system/user-directories.ts';
import { simulatorInstallation } from '../../../../sdk/src/installation/simulator-installation.ts';
import { phoneFiles } from '../../../../sdk/src/installation/phone-files.ts';
import type { PhoneControl } from '../../../../sdk/src/settings/phone-control.ts';
import { SettingsFile } from '../../../../sdk/src/settings/settings-file.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { oneAccount, writeIni, type IniTexts } from '../../simulator/data-directory.ts';

/** A simulated phone's files, and what installs hooks there; the phone itself is not started. */
export interface HookedPhone extends Disposable {
  readonly dataDirectory: string;
  readonly hooks: HookControl;
  readonly settings: SettingsFile;
  /** The user whose folder the hook program goes to. */
  readonly user: UserEnvironment;
  /** Below it lies everything. */
  readonly directory: string;
}

/** A phone that does not run, as settings see it. */
export const closedPhone: PhoneControl = {
  presence: () => Promise.resolve('not-running'),
  untilIdle: () => Promise.resolve(),
  exit: () => Promise.resolve(),
  start: () => Promise.resolve(),
};

/** Prepares a phone with an account and further texts in its ini. */
export function hookedPhone(
  texts: IniTexts = {},
  { control = closedPhone, version = '3.22.16' }: { control?: PhoneControl; version?: string } = {},
): HookedPhone {
  const temporary = temporaryDirectory();
  const home = join(temporary.path, "Zoë's  höme, 100% & co");
  const user: UserEnvironment = { platform: process.platform, env: { LOCALAPPDATA: home }, home };
  const dataDirectory = join(temporary.path, 'phone');
  const installation = simulatorInstallation({ dataDirectory, version }, user);
  writePhone(dataDirectory, { ...oneAccount, ...texts });
  const settings = new SettingsFile(phoneFiles(installation).settings, control, { version });
  return {
    dataDirectory,
    settings,
    user,
    directory: temporary.path,
    hooks: new HookControl(installation, settings, user),
    [Symbol.dispose]: () => {
      temporary[Symbol.dispose]();
    },
  };
}

function writePhone(dataDirectory: string, texts: IniTexts): void {
  mkdirSync(dataDirectory, { recursive: true });
  writeIni(dataDirectory, texts);
}

/** Runs the hook program as MicroSIP would start it, and waits for its end. */
export async function runHook(folder: string, ...words: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [join(folder, programName), ...words], { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}
