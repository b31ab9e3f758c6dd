import type { SchemeName } from '../../catalogue/scheme.ts';

/** Who opens the links of one scheme. */
export interface SchemeHandler {
  readonly scheme: SchemeName;
  /** Whether a click reaches this MicroSIP, another program, or nobody. */
  readonly handledBy: 'this-microsip' | 'another-microsip' | 'another-program' | 'nobody';
  /** The program that a click would run, where it is known. */
  readonly executable?: string;
  /** The whole command line that a click would run; `%1` stands for the link. */
  readonly commandLine?: string;
  /** What Windows' default apps (or the desktop) have chosen for the scheme, where anything is. */
  readonly choice?: string;
  /** Whether that choice and the registration lead to the same program; left out where there is no choice. */
  readonly choiceAgrees?: boolean;
  /** What is wrong or worth knowing, in sentences. */
  readonly remarks: readonly string[];
}
