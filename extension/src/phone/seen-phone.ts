import type { MicroSipErrorCode, PhoneStatus } from 'microsip-sdk';

/** What a window knows of the phone. */
export interface SeenPhone {
  readonly status: PhoneStatus;
  /** Why the phone cannot be watched, while it is looked for again. */
  readonly trouble?: MicroSipErrorCode | undefined;
}

/** Before the first look. */
export const unseenPhone: SeenPhone = { status: { phone: 'unknown', calls: [], sources: [] } };

/** What is known when the phone could not be watched. */
export function phoneInTrouble(code: MicroSipErrorCode | undefined): SeenPhone {
  const phone = code === 'NOT_INSTALLED' ? 'not-installed' : 'unknown';
  return { status: { phone, calls: [], sources: [] }, trouble: code ?? 'INTERNAL' };
}

/** Whether nobody tells of calls: MicroSIP writes no log, and has no hooks. */
export function isCallStateOff({ status: { phone, sources } }: SeenPhone): boolean {
  return phone === 'unknown' && sources.length > 0 && sources.every((source) => source === 'process');
}
