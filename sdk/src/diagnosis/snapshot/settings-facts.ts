import type { HookFailures } from '../../events/hooks/installing/hooks-status.ts';
import type { PhoneAccount, PhoneSettings } from '../../phone-model/phone-settings.ts';
import type { IniDocument } from '../../settings/ini-document.ts';
import type { IniEncoding } from '../../settings/ini-encoding.ts';
import type { HookFacts } from './hook-facts.ts';

/** The ini of a phone, or why nothing is known of it. */
export type SettingsFacts =
  | ReadSettings
  | { readonly state: 'missing'; readonly path: string }
  | { readonly state: 'huge'; readonly path: string; readonly size: number }
  | { readonly state: 'unreadable' | 'damaged'; readonly path: string; readonly reason: string };

/** An ini that could be read. */
export interface ReadSettings {
  readonly state: 'read';
  readonly path: string;
  readonly encoding: IniEncoding;
  /** Whether all of it is ASCII, which every encoding but UTF-16 writes alike. */
  readonly isAscii: boolean;
  readonly ini: IniDocument;
  /** What MicroSIP makes of it. */
  readonly values: Omit<PhoneSettings, 'accounts' | 'localAccount'>;
  /** The event hooks that are set. */
  readonly hooks: readonly HookFacts[];
  /** What the hook program of the kit could not do. */
  readonly hookFailures: HookFailures | undefined;
  /** Why it cannot be told what the hooks held before those of the kit. */
  readonly hookRecordFault: string | undefined;
  /** `[Account1]`, `[Account2]` … as far as there are such sections, by number. */
  readonly accounts: readonly AccountFacts[];
}

/** An account, without its password. */
export interface AccountFacts extends Omit<PhoneAccount, 'password'> {
  readonly number: number;
  /** Whether it exists for MicroSIP: it has a domain (facts D.6). */
  readonly loads: boolean;
  /** How its password stands in the ini. */
  readonly password: 'none' | 'encrypted' | 'readable';
}
