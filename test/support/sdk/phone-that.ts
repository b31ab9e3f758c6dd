import type { PhoneControl } from '../../../sdk/src/settings/phone-control.ts';

/** A phone in a state that a test says; nobody may want anything else of it. */
export function phoneThat(presence: Awaited<ReturnType<PhoneControl['presence']>>): PhoneControl {
  const unwanted = (): Promise<never> => Promise.reject(new Error('nobody asks this of the phone here'));
  return { presence: () => Promise.resolve(presence), untilIdle: unwanted, exit: unwanted, start: unwanted };
}

export const closedPhone = phoneThat('not-running');
