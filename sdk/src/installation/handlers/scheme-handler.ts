import type { SchemeName } from '../../catalogue/scheme.ts';

/** Who opens the links of one scheme. */
export interface SchemeHandler {
  readonly scheme: SchemeName;
  /** Whether a click reaches this MicroSIP, another program, or nobody. */
  readonly handledBy: 'this-microsip' | 'another-microsip' | 'another-program' | 'nobody';
  /** The program that a click would run, as its system names it, where it is known. */
  readonly executable?: string;
  /** Whether that program is there, where it can be looked for. */
  readonly programExists?: boolean;
  /** The whole command line that a click would run; `%1` stands for the link, in a desktop file `%u`. */
  readonly commandLine?: string;
  /** What Windows' default apps (or the desktop) have chosen for the scheme, where anything is. */
  readonly choice?: string;
  /**
   * Whether that choice and the registration lead to the same program; left out where there is no choice, or nothing
   * is registered beside it.
   */
  readonly choiceAgrees?: boolean;
  /** What is wrong or worth knowing, in sentences. */
  readonly remarks: readonly string[];
}

/** Who opens which links. */
export interface HandlersStatus {
  readonly handlers: readonly SchemeHandler[];
  /** What is worth knowing about all of them, in sentences. */
  readonly remarks: readonly string[];
}
