import { MicroSip } from '../../microsip.ts';
import { installationOptions, type GlobalOptions } from '../global-options.ts';

/** The phone that the options mean. A simulated one that is new gets an account, without which it would call nobody. */
export async function connect(options: GlobalOptions): Promise<MicroSip> {
  const phone = await MicroSip.connect(installationOptions(options));
  if (phone.installation.backend === 'simulator') {
    const { provideExampleAccount } = await import('../../simulator/example-account.ts');
    provideExampleAccount(phone.installation.dataDirectory);
  }
  return phone;
}
