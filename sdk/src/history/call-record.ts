/**
 * What a call was: `missed` came in and was not answered here; `answered-elsewhere` was taken by another phone of the
 * same account, which MicroSIP tells apart since 3.22.5. `unknown` is a kind that no version read so far writes.
 */
export type CallRecordType = 'outgoing' | 'incoming' | 'missed' | 'answered-elsewhere' | 'unknown';

/**
 * One call of MicroSIP's history, whichever version wrote it (facts F.1).
 *
 * A call that is still up and an ended one that nobody answered look alike: both last 0 seconds. MicroSIP notes
 * neither the account, nor the SIP status, nor when a call was answered or ended.
 */
export interface CallRecord {
  /** Tells the records of one phone apart. */
  readonly id: string;
  /** The number or address of the other side, as MicroSIP showed it; hostile text. */
  readonly number: string;
  /** The name of the other side, as MicroSIP showed it; hostile text. Left out where it is empty. */
  readonly name?: string;
  readonly type: CallRecordType;
  /** When the call began, not when it was answered (ISO 8601, UTC). */
  readonly at: string;
  /** How long the two were connected; 0 until the call has ended. */
  readonly durationSeconds: number;
  /** How the call ended, in the language of MicroSIP's windows: to be shown, never to be compared. */
  readonly info?: string;
  /** The SIP Call-ID; of a call that MicroSIP took over from its ini, an MD5 instead. Not known for calls in the ini. */
  readonly callId?: string;
  /** Where it stands: in `call_log.db` since 3.22.5, before that in the ini. */
  readonly source: 'database' | 'ini';
}

/** A call as it is stored. */
export interface StoredCall {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly type: number;
  /** Unix seconds. */
  readonly time: number;
  /** Seconds. */
  readonly duration: number;
  readonly info: string;
  readonly callId?: string | undefined;
  readonly source: CallRecord['source'];
}

const types: readonly CallRecordType[] = ['outgoing', 'incoming', 'missed', 'answered-elsewhere'];

/** The record of a stored call; nothing when its time is none. */
export function recordOf({ time, type, duration, ...stored }: StoredCall): CallRecord | undefined {
  const at = new Date(time * 1000);
  if (Number.isNaN(at.getTime())) return undefined;
  const { id, number, name, info, callId, source } = stored;
  return {
    id,
    number,
    ...(name !== '' && { name }),
    type: types[type] ?? 'unknown',
    at: at.toISOString(),
    durationSeconds: Math.max(0, duration),
    ...(info !== '' && { info }),
    ...(callId !== undefined && callId !== '' && { callId }),
    source,
  };
}
