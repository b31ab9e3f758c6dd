import type { Basis } from '../provenance.ts';
import type { Availability } from '../version.ts';

/** What a shortcut button can do. */
export interface ShortcutType {
  /** The third field of an entry of `[Shortcuts]`. */
  readonly type:
    | 'call'
    | 'video'
    | 'message'
    | 'dtmf'
    | 'transfer'
    | 'attendedTransfer'
    | 'conference'
    | 'callOrBT'
    | 'callOrAT'
    | 'callOrConference'
    | 'runBatch'
    | 'callURL'
    | 'popURL';
  readonly meaning: string;
  readonly availability: Availability;
  readonly basis: Basis;
}
