import type { VerifiedVersion } from './version.ts';

/**
 * How something is known. `verified`: read in MicroSIP's source, or seen when its functions were run.
 * `inferred`: follows from what Windows, MFC or PJSIP do, or from logic. `field`: testimony of people who run
 * MicroSIP in production.
 */
export type Basis = 'verified' | 'inferred' | 'field';

/** What to say beside a statement of its basis; nothing where it was read or seen. */
export const basisMarks: Readonly<Record<Basis, string>> = {
  verified: '',
  inferred: 'inferred, not seen',
  field: 'reported by people who run it',
};

/**
 * A statement with how it is known behind it, as plain text.
 *
 * @example
 * ```ts
 * markedText({ text: 'It ends with 0.', basis: 'inferred' }); // 'It ends with 0. (inferred, not seen)'
 * ```
 */
export function markedText({ basis, text }: { readonly text: string; readonly basis: Basis }): string {
  const mark = basisMarks[basis];
  return mark === '' ? text : `${text} (${mark})`;
}

/** Where a statement comes from. */
export interface Source {
  /** Section of the facts sheet, such as `A.4` or `K.13` (the thirteenth row of section K). */
  readonly facts: string;
  /** The places in MicroSIP's source it was read in, such as `mainDlg.cpp: DialNumberFromCommandLine`. */
  readonly code?: readonly string[];
}

/** One thing that surprises people who automate MicroSIP. */
export interface Trap {
  readonly text: string;
  readonly basis: Basis;
  /** Section of the facts sheet. */
  readonly facts: string;
  /** The versions it holds in; left out: every version that has the entry. */
  readonly versions?: readonly VerifiedVersion[];
}

/** What is different in some versions. */
export interface VersionNote {
  readonly versions: readonly VerifiedVersion[];
  readonly text: string;
}

/** Cites the facts sheet and, where it names them, files and functions of MicroSIP. */
export function source(facts: string, ...code: readonly string[]): Source {
  return code.length === 0 ? { facts } : { facts, code };
}

/** A trap that was read in the source, unless told otherwise. */
export function trap(
  facts: string,
  text: string,
  limits: { readonly basis?: Basis; readonly versions?: readonly VerifiedVersion[] } = {},
): Trap {
  return { text, basis: 'verified', facts, ...limits };
}
