import type { PhoneState } from '../phone-model/phone-state.ts';
import { peerHost, phoneHost, sipPort } from './log-identity.ts';
import type { Transport } from './log-writer.ts';

/** The phone's own side of its dialogs. */
export interface OwnSide {
  /** The value of From or To, such as `<sip:1001@pbx.test>`. */
  readonly address: string;
  readonly contact: string;
  readonly userAgent: string;
  readonly transport: Transport;
}

/** The phone as its active account makes it known. */
export function ownSideOf(phone: PhoneState, version: string): OwnSide {
  const account = phone.settings.accounts[phone.settings.accountId];
  const user = account?.username ?? '';
  const domain = account === undefined || account.domain === '' ? phoneHost : account.domain;
  const at = user === '' ? '' : `${user}@`;
  return {
    address: `<sip:${at}${domain}>`,
    contact: `<sip:${at}${phoneHost}:${sipPort};ob>`,
    userAgent: `MicroSIP/${version}`,
    transport: { name: transportOf(account?.transport), address: `${peerHost}:${sipPort}` },
  };
}

function transportOf(transport: string | undefined): Transport['name'] {
  return transport === 'tcp' ? 'TCP' : transport === 'tls' ? 'TLS' : 'UDP';
}
