import type { SchemeName } from '../../catalogue/scheme.ts';
import type { RegistryEdit } from '../registry/windows-registry.ts';

/** One change that makes or takes back a registration: of the registry, or of a file of the desktop. */
export type HandlerEdit = RegistryEdit | FileEdit;

/** A file that is written or removed as a whole. */
export type FileEdit =
  | { readonly edit: 'write-file'; readonly file: string; readonly text: string }
  | { readonly edit: 'remove-file'; readonly file: string };

/** What became, or would become, of one scheme. */
export interface SchemeChange {
  readonly scheme: SchemeName;
  /**
   * `registered`: a click reaches this MicroSIP, unless the remark says what else it takes. `offered`: somebody else has
   * the scheme and keeps it; the user can choose this MicroSIP. `unchanged`: it was so already. `unregistered`: what
   * was there before is there again. `kept`: there was nothing of the kit, or somebody else has changed it since.
   */
  readonly outcome: 'registered' | 'offered' | 'unchanged' | 'unregistered' | 'kept';
  readonly remark?: string;
}

/** What would be done to the handlers. */
export interface HandlersPlan {
  readonly schemes: readonly SchemeChange[];
  /** In the order in which they are made; empty when nothing has to be changed. */
  readonly edits: readonly HandlerEdit[];
  /** What is worth knowing, in sentences. */
  readonly remarks: readonly string[];
}

/** What was done to the handlers. */
export interface HandlersChange extends HandlersPlan {
  /** Whether anything had to be changed. */
  readonly changed: boolean;
}
