import type { SchemeName } from '../../catalogue/scheme.ts';

/** Which schemes are meant. */
export interface SchemeFlags {
  readonly scheme?: readonly SchemeName[];
}
