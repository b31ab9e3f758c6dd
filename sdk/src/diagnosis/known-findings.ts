import { checks, type FindingCode } from './checks.ts';
import type { Severity } from './severity.ts';

/** Something that `microsip doctor` looks for. */
export interface KnownFinding {
  /** The code of the finding, such as `log-large`. */
  readonly code: FindingCode;
  /** How bad it usually is. */
  readonly severity: Severity;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** The section of the facts about MicroSIP that it rests on, where there is one. */
  readonly facts?: string;
}

/**
 * All that a diagnosis looks for, what everything else rests on first.
 *
 * @example
 * ```ts
 * knownFindings.filter(({ severity }) => severity === 'error').map(({ title }) => title);
 * ```
 */
export const knownFindings: readonly KnownFinding[] = checks.map(({ code, severity, title, ...check }) => ({
  code,
  severity,
  title,
  ...('facts' in check && { facts: check.facts }),
}));
