import { setTimeout as delay } from 'node:timers/promises';
import { MicroSipError } from '../../microsip-error.ts';
import { IniDocument } from '../../settings/ini-document.ts';
import { decodeSettings } from '../../settings/transaction/edited-settings.ts';
import { readSettings } from '../../settings/transaction/settings-bytes.ts';
import type { CallRecord } from '../call-record.ts';
import { callsOfIni } from './calls-of-ini.ts';

/** MicroSIP has its ini to itself while it writes a key, which takes milliseconds. */
const attempts = 5;
const pauseMs = 40;

/**
 * The calls in the ini of a phone, newest first; none where there is no ini.
 *
 * @throws MicroSipError `SETTINGS_DAMAGED` for what is no ini, `SETTINGS_BUSY` for what cannot be read
 */
export async function readIniCalls(path: string, signal: AbortSignal): Promise<readonly CallRecord[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      const { text } = decodeSettings(path, await readSettings(path, signal));
      return callsOfIni(IniDocument.parse(text));
    } catch (error) {
      const isBusy = error instanceof MicroSipError && error.code === 'SETTINGS_BUSY';
      if (!isBusy || attempt === attempts) throw error;
      await delay(pauseMs, undefined, { signal });
    }
  }
}
