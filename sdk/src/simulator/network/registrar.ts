import type { PhoneEffect } from '../../phone-model/phone-effect.ts';
import type { PhoneState } from '../../phone-model/phone-state.ts';
import type { Clock } from '../clock.ts';
import type { Peripheral } from '../phone-driver.ts';
import type { RegistrarScript } from '../script/simulator-script.ts';

/** How long the registrar takes if the script does not say. */
const defaultAfterMs = 20;

/** The registrar of a simulated phone's accounts. */
export class Registrar implements Peripheral {
  readonly #script: RegistrarScript;
  readonly #clock: Clock;
  readonly #answer: (status: number) => void;
  #cancel: () => void = () => undefined;

  constructor(script: RegistrarScript | undefined, clock: Clock, answer: (status: number) => void) {
    this.#script = script ?? { answers: 200 };
    this.#clock = clock;
    this.#answer = answer;
  }

  perform(effect: PhoneEffect, phone: PhoneState): void {
    if (effect.do === 'unregister' || effect.do === 'unregistered') this.#cancel();
    if (effect.do !== 'register') return;
    this.#cancel();
    const { answers } = this.#script;
    // An account without a server does not register (facts D.6).
    const server = phone.settings.accounts[effect.accountId]?.server ?? '';
    if (answers === 'never' || server === '') return;
    this.#cancel = this.#clock.setTimer(this.#script.after ?? defaultAfterMs, () => {
      this.#answer(answers);
    });
  }

  stop(): void {
    this.#cancel();
  }
}
