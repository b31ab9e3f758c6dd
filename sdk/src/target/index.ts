/**
 * Dial strings: what is a number, an extension or a SIP address to MicroSIP, what would be dialled for it, and what is
 * refused because MicroSIP would do something else with it. Runs in a browser.
 *
 * @module microsip-sdk/target
 */
export { numberMatcher, sameNumber } from './number-match.ts';
export { checkTarget, parseTarget, type TargetCheck } from './parse-target.ts';
export { TargetRefusedError, type TargetRefusal } from './target-refused-error.ts';
export type {
  AccountUserTarget,
  DialledAddress,
  DialledNumber,
  NumberTarget,
  SipUriTarget,
  Target,
  TargetAccount,
  TargetOptions,
  TargetWarning,
  TargetWarningCode,
  UriHeader,
  UriParameter,
} from './target.ts';
