import type { FindingCode } from './checks.ts';
import type { Severity } from './severity.ts';

/** Something that is wrong with an installation, and how to mend it. */
export interface Finding {
  /** For programs, such as `log-off`. */
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** Where and why. It may quote what stands in files, which is text of unknown origin; never a password. */
  readonly detail: string;
  /** What to do, with the command of the kit or the dialog of MicroSIP that does it. */
  readonly remedy: string;
  /** The section of the facts about MicroSIP that this rests on, where there is one. */
  readonly facts?: string;
  /** The section about it, below the documentation site's address. */
  readonly docsPath: string;
}

/** The phone that was looked at. */
export interface DiagnosedPhone {
  readonly backend: string;
  readonly executable: string;
  readonly dataDirectory: string;
  /** Left out where it is not known. */
  readonly version?: string;
}

/** What is wrong with one installation. */
export interface Diagnosis {
  /** Left out where no MicroSIP was found. */
  readonly phone?: DiagnosedPhone;
  /** Errors first, then warnings, then notes. */
  readonly findings: readonly Finding[];
  /**
   * What was looked for. What could not be looked into is missing here, such as the settings of a MicroSIP whose ini
   * cannot be read: that nothing was found there means nothing.
   */
  readonly checked: readonly FindingCode[];
}
