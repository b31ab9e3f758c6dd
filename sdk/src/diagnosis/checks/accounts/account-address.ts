import { accountCheck } from '../../check.ts';
import { pastable, setAccount } from './set-account.ts';

export const accountAddress = accountCheck({
  code: 'account-address',
  severity: 'error',
  title: 'An account has an address where a host belongs',
  remedy: `Leave the host, with its port if it has one: ${setAccount('<key>')}.`,
  facts: 'D.6',
  examineAccount: ({ domain, number, server }) => {
    const [key, value] = isAddress(domain) ? ['domain', domain] : ['server', server];
    if (!isAddress(value)) return undefined;
    return {
      detail: `\`${key}\` of account ${number} is \`${value}\`. MicroSIP puts it behind \`sip:\` and \`@\` as it is, so nothing reaches it.`,
      named: { key, value: pastable(hostOf(value)) },
    };
  },
});

/** Whether there is more than a host with a port and parameters. */
function isAddress(text: string): boolean {
  return /^(?:sips?|tel|https?|wss?|udp|tcp|tls):|[/@\s]/iu.test(text);
}

function hostOf(address: string): string {
  return address
    .trim()
    .replace(/^[a-z]+:(?:\/\/)?/iu, '')
    .replace(/^[^@/]*@/u, '')
    .replace(/[/?;\s].*$/u, '');
}
