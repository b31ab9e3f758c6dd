import type { VerifiedVersion } from '../../catalogue/version.ts';
import type { CallingAccount } from './calling-account.ts';
import { applyDialPlan } from './dial-plan.ts';
import { toSipAddress } from './sip-address-text.ts';
import { isTelephoneNumber, withoutSeparators } from './telephone-number.ts';

/** A number before its account has a say: what is dialled, and what is sent as DTMF after the answer. */
export interface SplitNumber {
  readonly number: string;
  /** Comma-separated groups. */
  readonly dtmf: string;
}

/**
 * Cuts a number at its first comma. Up to 3.22.3 a comma in first or last position belongs to the number
 * (facts A.7).
 */
export function splitCommands(version: VerifiedVersion, number: string): SplitNumber {
  const comma = number.indexOf(',');
  const cuts = version === '3.22.16' ? comma >= 0 : comma > 0 && comma < number.length - 1;
  return cuts ? { number: number.slice(0, comma), dtmf: number.slice(comma + 1) } : { number, dtmf: '' };
}

/** The address MicroSIP calls for a number without commands (facts A.7). */
export function formatNumber(version: VerifiedVersion, number: string, account: CallingAccount): string {
  const untreated = account.isLocal || (number.includes('<') && number.includes('>'));
  return toSipAddress(untreated ? number : treat(version, number, account), account.domain);
}

function treat(version: VerifiedVersion, number: string, account: CallingAccount): string {
  const treated = isTelephoneNumber(version, number)
    ? withPrefix(withoutSeparators(number), account.dialingPrefix)
    : number;
  return account.dialPlan === '' ? treated : applyDialPlan(account.dialPlan, treated);
}

function withPrefix(number: string, prefix: string): string {
  if (prefix === '' || number.length <= 3) return number;
  return prefix + (number.startsWith('+') ? number.slice(1) : number);
}
