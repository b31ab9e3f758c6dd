import type { IgnoredBecause } from '../channel/channel.ts';
import type { CallState, PhoneStatus } from '../events/call-event.ts';
import { MicroSipError } from '../microsip-error.ts';
import { canBeDialledAs } from '../target/number-match.ts';

/** A number that was handed to the phone. */
export interface DialledNumber {
  /** The number, or the address. */
  readonly dialled: string;
  /** ISO 8601 time. */
  readonly at: string;
}

/** What can be asked of a phone about it. */
export interface AskedPhone {
  status(): Promise<PhoneStatus>;
  /** Its setting `singleMode`. */
  takesOneCall(): Promise<boolean>;
}

/** Why a command is ignored, for people. */
export const ignoredRemarks: Readonly<Record<IgnoredBecause, string>> = {
  'single-mode':
    'MicroSIP has another call and is set to one at a time (singleMode=1): it ignores the number without a word.',
};

/**
 * Why a number is not dialled, as far as that is known. To be asked after the delivery, which it would only hold up.
 *
 * @param limit - what is not found out when it is aborted stays unknown
 */
export async function ignoredDial(
  phone: AskedPhone,
  number: DialledNumber,
  limit: AbortSignal,
): Promise<IgnoredBecause | undefined> {
  try {
    const { calls } = await phone.status();
    return hasOtherCall(calls, number) && (await phone.takesOneCall()) ? 'single-mode' : undefined;
  } catch (error) {
    // The number is delivered, which is what was asked for. Files that cannot be read are the matter of who asks for them.
    if (limit.aborted || error instanceof MicroSipError) return undefined;
    throw error;
  }
}

/** Whether there is a call beside which a phone set to one at a time dials no other: one that only rings in is none (facts A.6). */
export function hasOtherCall(
  calls: readonly Pick<CallState, 'direction' | 'number' | 'since' | 'state' | 'uri'>[],
  { at, dialled }: DialledNumber,
): boolean {
  return calls.some(({ direction, number, since, state, uri }) => {
    if (state === 'incoming' || state === 'ended' || since >= at) return false;
    // The clock of Windows can be behind that of WSL: the call that was dialled then seems to be older than the command.
    return direction === 'incoming' || !canBeDialledAs(dialled, number ?? uri ?? '');
  });
}
