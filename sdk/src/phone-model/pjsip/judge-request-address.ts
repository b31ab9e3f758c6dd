import { limits } from '../../catalogue/limits.ts';
import { toByteText } from './byte-text.ts';
import { parseNameAddress } from './parse-name-address.ts';

/** Whether MicroSIP accepts a text as the address of a request: a `sip:` or `sips:` address to PJSIP. */
export function judgeRequestAddress(text: string): 'valid' | 'invalid' | 'too-long' {
  if (toByteText(text).length > limits.uriBytes.value) return 'too-long';
  return parseNameAddress(text, 'request')?.uri.kind === 'sip' ? 'valid' : 'invalid';
}
