import { toByteText } from './byte-text.ts';
import { parseNameAddress } from './parse-name-address.ts';

/** The longest address MicroSIP hands to the SIP stack, in bytes (facts A.7). */
const longestAddress = 900;

/** Whether MicroSIP accepts a text as the address of a request: a `sip:` or `sips:` address to PJSIP. */
export function judgeRequestAddress(text: string): 'valid' | 'invalid' | 'too-long' {
  if (toByteText(text).length > longestAddress) return 'too-long';
  return parseNameAddress(text, 'request')?.uri.kind === 'sip' ? 'valid' : 'invalid';
}
