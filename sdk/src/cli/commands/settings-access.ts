import { setTimeout as delay } from 'node:timers/promises';

import { phoneFiles } from '../../installation/phone-files.ts';
import type { MicroSip } from '../../microsip.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { PhoneControl } from '../../settings/phone-control.ts';
import { SettingsFile } from '../../settings/settings-file.ts';
import type { GlobalOptions } from '../global-options.ts';
import { connect } from './connect.ts';

/** The settings of a phone, and the phone. */
export interface SettingsAccess extends AsyncDisposable {
  readonly settings: SettingsFile;
}

const pollMs = 50;

/** The settings of the phone that the options mean. */
export async function accessSettings(options: GlobalOptions): Promise<SettingsAccess> {
  const phone = await connect(options);
  const { settings: file } = phoneFiles(phone.installation);
  // A simulated phone has the version that it is given, whatever version its ini is of.
  const { version } = phone.installation;
  return {
    settings: new SettingsFile(file, controlOf(phone), { version }),
    [Symbol.asyncDispose]: () => phone.dispose(),
  };
}

function controlOf(phone: MicroSip): PhoneControl {
  const presence: PhoneControl['presence'] = async (signal) => {
    try {
      const { phone: state } = await phone.status({ signal });
      if (state === 'unknown' || state === 'not-installed') return 'unknown';
      return state === 'not-running' ? 'not-running' : 'running';
    } catch (error) {
      if (error instanceof MicroSipError && error.code === 'UNSUPPORTED') return 'unknown';
      throw error;
    }
  };
  const until = async (signal: AbortSignal, isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await delay(pollMs, undefined, { signal });
  };
  return {
    presence,
    untilIdle: (signal) => until(signal, async () => (await phone.status({ signal })).calls.length === 0),
    exit: async (signal) => {
      await phone.exit({ signal });
      await until(signal, async () => (await presence(signal)) === 'not-running');
    },
    start: async (options, signal) => {
      await phone.start({ ...options, signal });
    },
  };
}
