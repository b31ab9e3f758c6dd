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
  /**
   * What to do, as `Finding.remedy` says it: several where it depends on what is found, and with names in angle brackets
   * for what differs from case to case, such as `<number>` for that of an account.
   */
  readonly remedies: readonly string[];
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
export const knownFindings: readonly KnownFinding[] = checks.map(
  ({ code, remedy, severity, title, ...check }) => ({
    code,
    severity,
    title,
    remedies: [remedy].flat(),
    ...('facts' in check && { facts: check.facts }),
  }),
);
