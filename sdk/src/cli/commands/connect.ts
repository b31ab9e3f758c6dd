import { MicroSip } from '../../microsip.ts';
import { installationOptions, type GlobalOptions } from '../global-options.ts';

/** The phone that the options mean. */
export async function connect(options: GlobalOptions): Promise<MicroSip> {
  return await MicroSip.connect(installationOptions(options));
}
