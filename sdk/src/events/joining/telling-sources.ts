import path from 'node:path';

import { hookKeys } from '../../catalogue/hook.ts';
import type { Installation } from '../../installation/installation.ts';
import { phoneFiles } from '../../installation/phone-files.ts';
import { MicroSipError } from '../../microsip-error.ts';
import { parseWindowsInteger } from '../../phone-model/windows-text/integer.ts';
import { IniDocument } from '../../settings/ini-document.ts';
import { decodeSettings } from '../../settings/transaction/edited-settings.ts';
import { readSettings } from '../../settings/transaction/settings-bytes.ts';
import { hookFolder, phoneIdIn } from '../hooks/hook-folder.ts';

/** What a phone, started with its settings as they are, lets know of its calls. */
export interface TellingSources {
  readonly log: boolean;
  readonly hooks: boolean;
}

const silence: TellingSources = { log: false, hooks: false };

/**
 * Reads from the ini whether the log is on and the hooks are ours. An ini that cannot be read lets know nothing: what is
 * wrong with it is for `microsip doctor` to say.
 */
export async function tellingSources(
  installation: Installation,
  signal: AbortSignal,
): Promise<TellingSources> {
  const { settings } = phoneFiles(installation);
  try {
    const ini = IniDocument.parse(decodeSettings(settings, await readSettings(settings, signal)).text);
    const ownId = path.basename(hookFolder(installation));
    return {
      log: parseWindowsInteger(ini.get('Settings', 'enableLog') ?? '') === 1,
      hooks: hookKeys.some((key) => phoneIdIn(ini.get('Settings', key) ?? '') === ownId),
    };
  } catch (error) {
    if (signal.aborted || !(error instanceof MicroSipError)) throw error;
    return silence;
  }
}
