import { MicroSipError } from '../microsip-error.ts';
import type { Observation, PhoneObserver } from './phone-observer.ts';
import type { PhoneStatus } from './call-event.ts';

/** A real MicroSIP, which this version of the kit commands without knowing what becomes of it. */
export class UnobservedPhone implements PhoneObserver {
  findPhone(): Promise<'unknown'> {
    return Promise.resolve('unknown');
  }

  status(): Promise<PhoneStatus> {
    return Promise.reject(unsupported());
  }

  // eslint-disable-next-line require-yield -- there is nothing to observe, and the caller hears it when it looks
  async *observe(): AsyncGenerator<Observation, void, void> {
    await Promise.reject(unsupported());
  }
}

function unsupported(): MicroSipError {
  return new MicroSipError(
    'UNSUPPORTED',
    'The state of a real MicroSIP is read from its log and its event hooks, which a later version of the kit will do; ' +
      'this version knows the state of simulated phones (--backend simulator).',
  );
}
