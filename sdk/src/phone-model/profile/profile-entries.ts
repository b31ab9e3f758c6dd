import type { PhoneState } from '../phone-state.ts';

/** One line of an ini. */
export interface ProfileEntry {
  readonly section: string;
  readonly key: string;
  /** The text after `=`, quotes included. */
  readonly value: string;
}

/**
 * What MicroSIP writes when it rewrites its settings (facts D.3, D.4): every key it knows, whether it changed or not.
 * Keys it does not know stay in the file. The hooks go into one pair of quotes, except in 3.20.5.
 */
export function profileEntriesFrom(state: PhoneState): readonly ProfileEntry[] {
  throw new Error(state.version);
}
