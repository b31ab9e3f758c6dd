import type { Basis, Source } from './provenance.ts';

/** The limits of MicroSIP that programs around it have to respect. */
export const limitIds = [
  'hookValueCharacters',
  'hookWait',
  'uriBytes',
  'crashingUriCharacters',
  'safeTargetCharacters',
  'launchSpacing',
  'reverseDnsWait',
  'dialedEntries',
  'shortcutEntries',
  'iniCallEntries',
  'databaseCallEntries',
  'databaseBusyWait',
  'settingCharacters',
  'accountTextCharacters',
  'shortcutCharacters',
  'inBandDtmfDigits',
  'dialledDtmfDelay',
  'dialledDtmfGroupPause',
  'dialledDtmfDigitPause',
  'volumeStep',
  'pendingSaveDelay',
  'portKnockSpacing',
  'registerRefreshMinimum',
  'directoryRefreshMinimum',
  'directoryRefreshMaximum',
  'ageingNotice',
  'ageingPermanentNotice',
  'ageingRefusal',
] as const;

/** The name of a limit in this catalogue. */
export type LimitId = (typeof limitIds)[number];

/** One number that MicroSIP sets, and that stands nowhere else in the kit. */
export interface Limit {
  readonly value: number;
  readonly unit: 'ms' | 's' | 'days' | 'characters' | 'bytes' | 'entries' | 'digits' | 'percent';
  readonly meaning: string;
  readonly basis: Basis;
  readonly sources: readonly Source[];
}
