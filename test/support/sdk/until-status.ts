import type { PhoneStatus } from '../../../sdk/src/events/call-event.ts';
import { until } from './until.ts';

/** Waits for a phone to be in a state, and tells the one it is in where it never is. */
export async function untilStatus(
  phone: { status(): PromiseLike<PhoneStatus> },
  isSo: (status: PhoneStatus) => boolean,
  what = 'the phone is as it should be',
): Promise<PhoneStatus> {
  let last: PhoneStatus | undefined;
  try {
    return await until(async () => {
      last = await phone.status();
      return isSo(last) && last;
    }, what);
  } catch (error) {
    throw new Error(`Not seen that ${what}: ${JSON.stringify(last)}`, { cause: error });
  }
}
