import type { AccountFacts } from '../../snapshot/settings-facts.ts';
import { settingsCheck } from '../../check.ts';

export const forwardingLoop = settingsCheck({
  code: 'forwarding-loop',
  severity: 'error',
  title: 'Calls are forwarded to this phone itself',
  remedy:
    'Name another number with `microsip settings set forwardingNumber … --restart`, or turn forwarding off: `microsip settings set forwarding "" --restart`.',
  facts: 'G',
  examine: ({ accounts, values: { FWD, forwarding, forwardingNumber } }) => {
    if (!(forwarding === 'all' || (forwarding === 'button' && FWD))) return undefined;
    const own = accounts.find((account) => account.loads && reaches(forwardingNumber, account));
    if (own === undefined) return undefined;
    return {
      detail: `Every call is sent to \`${forwardingNumber}\`, which is account ${own.number} of this phone.`,
    };
  },
});

function reaches(number: string, { domain, username }: AccountFacts): boolean {
  const [user = '', host] = number
    .replace(/^\s*<?(?:sips?:)?/iu, '')
    .replace(/[>;?].*$/u, '')
    .trim()
    .split('@');
  const isHere = host === undefined || hostName(host) === hostName(domain);
  return username !== '' && user === username && isHere;
}

function hostName(domain: string): string {
  return domain.replace(/:\d+$/u, '').toLowerCase();
}
