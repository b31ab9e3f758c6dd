import type { Installation } from '../installation/installation.ts';
import type { PhoneObserver } from './phone-observer.ts';

/** The observer of an installation. */
export async function observerOf(installation: Installation): Promise<PhoneObserver> {
  if (installation.backend === 'simulator') {
    const { SimulatorObserver } = await import('./simulator-observer.ts');
    return new SimulatorObserver(installation.dataDirectory);
  }
  const { UnobservedPhone } = await import('./unobserved-phone.ts');
  return new UnobservedPhone();
}
