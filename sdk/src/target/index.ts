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
