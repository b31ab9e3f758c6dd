import type { PhoneControl } from '../../../sdk/src/settings/phone-control.ts';

/** A phone in a state that a test says; nobody may want anything else of it. */
export function phoneThat(presence: Awaited<ReturnType<PhoneControl['presence']>>): PhoneControl {
  const unwanted = (): Promise<never> => Promise.reject(new Error('nobody asks this of the phone here'));
  return { presence: () => Promise.resolve(presence), untilIdle: unwanted, exit: unwanted, start: unwanted };
}

export const closedPhone = phoneThat('not-running');

/** A phone that runs, and ends and starts when it is asked to. */
export interface ObedientPhone extends PhoneControl {
  isRunning: boolean;
  /** How often it was ended. */
  endings: number;
}

export function obedientPhone(): ObedientPhone {
  const phone: ObedientPhone = {
    isRunning: true,
    endings: 0,
    presence: () => Promise.resolve(phone.isRunning ? 'running' : 'not-running'),
    untilIdle: () => Promise.resolve(),
    exit: () => {
      phone.isRunning = false;
      phone.endings++;
      return Promise.resolve();
    },
    start: () => {
      phone.isRunning = true;
      return Promise.resolve();
    },
  };
  return phone;
}
