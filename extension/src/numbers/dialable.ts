import type { TargetCheck } from 'microsip-sdk/target';

/** What in a text can be dialled: a link with a scheme, or a telephone number as people write it. */
export type DialableKind = 'link' | 'number';

/** Something in a text that can be dialled. */
export interface Dialable {
  readonly kind: DialableKind;
  /** Where it begins in the text, in UTF-16 code units. */
  readonly start: number;
  /** Where it ends; the first code unit that is no part of it. */
  readonly end: number;
  /** As it is written there. Hostile text. */
  readonly text: string;
  /** What would be dialled, or why it is not: a `sips:` link is found, but not dialled. */
  readonly check: TargetCheck;
  /** The country the number belongs to, as two letters of ISO 3166-1; `undefined` where that is not known. */
  readonly region: string | undefined;
  /** The number as it is written abroad, such as `+49 30 123456`. */
  readonly international: string | undefined;
}
