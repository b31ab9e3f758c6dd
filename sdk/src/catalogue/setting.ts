import type { Basis, Source, Trap, VersionNote } from './provenance.ts';
import type { Availability } from './version.ts';

/** The sections of the ini. `AccountN` stands for `Account0`, `Account1`, `Account2` … */
export const settingSections = [
  'Settings',
  'AccountN',
  'Global',
  'Dialed',
  'Shortcuts',
  'Calls',
  'Contacts',
] as const;

/** A section of the ini, without its brackets. */
export type SettingSection = (typeof settingSections)[number];

/** What a setting is about; a section of the reference. */
export type SettingGroup =
  | 'window'
  | 'program'
  | 'audio'
  | 'video'
  | 'network'
  | 'incoming'
  | 'automation'
  | 'directory'
  | 'accounts'
  | 'account'
  | 'history';

/** One value of an enumeration. */
export interface SettingValue {
  readonly value: string;
  readonly meaning: string;
  /** How the meaning is known; left out: as the setting itself. */
  readonly basis?: Basis;
  /** Left out: as the setting itself. */
  readonly availability?: Availability;
}

/**
 * What a value looks like in the ini. Everything is text there; nothing is escaped. Where no other limit is given,
 * the limit `settingCharacters` holds.
 */
export type SettingType =
  /** `1` or `0`. */
  | { readonly kind: 'boolean' }
  | {
      readonly kind: 'integer';
      readonly minimum?: number;
      readonly maximum?: number;
      readonly unit?: SettingUnit;
    }
  | { readonly kind: 'text'; readonly maximumCharacters?: number }
  | { readonly kind: 'enumeration'; readonly values: readonly SettingValue[] }
  | { readonly kind: 'list'; readonly separator: string; readonly maximumCharacters?: number }
  /** The name of an audio or video device; empty for the default of the system. */
  | { readonly kind: 'device' }
  /** A command to start: an event hook. */
  | { readonly kind: 'command'; readonly maximumCharacters: number }
  /** Fields with a separator between them, in this order. */
  | { readonly kind: 'record'; readonly separator: string; readonly fields: readonly string[] };

/** The unit of a number. */
export type SettingUnit = 's' | 'percent' | 'pixels' | 'port' | 'unix-seconds' | 'calls';

/**
 * One key of the ini. Its existence, default and versions were read in the source; where only the name tells what it
 * means, its basis is `inferred`.
 */
export interface SettingEntry {
  readonly section: SettingSection;
  /** The key as written; `0…9` where each number from the first to the last is a key. */
  readonly key: string;
  /** The first and the last number of a numbered key. */
  readonly keyRange?: readonly [first: number, last: number];
  readonly group: SettingGroup;
  readonly type: SettingType;
  /** The value, as text, that counts when the key is missing; left out where there is none or it is not known. */
  readonly default?: string;
  readonly meaning: string;
  /** `preference`: set by people. `state`: written by the program to remember something. */
  readonly role: 'preference' | 'state';
  /** `start`: every process that starts reads it. `on-demand`: it is read from disk when it is needed. */
  readonly read: 'start' | 'on-demand';
  /** Whether it must be kept from logs, reports and screens. */
  readonly secret: boolean;
  /** The versions that wrap the value in quotes when they save it. */
  readonly quotedWhenSaved?: Availability;
  readonly availability: Availability;
  readonly differences: readonly VersionNote[];
  readonly traps: readonly Trap[];
  readonly basis: Basis;
  readonly sources: readonly Source[];
}
