import type { PhoneEffect } from '../../../sdk/src/phone-model/index.ts';
import type { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';

const limitMs = 45_000;

/** What a simulated phone does of one kind, first, while something is done with it. */
export async function effectOf<Kind extends PhoneEffect['do']>(
  simulator: Pick<SimulatorClient, 'effects' | 'status'>,
  kind: Kind,
  act: () => PromiseLike<unknown>,
): Promise<Extract<PhoneEffect, { do: Kind }>> {
  const signal = AbortSignal.timeout(limitMs);
  const effects = simulator.effects({ signal });
  let next = effects.next();
  // Answered later than the listener that came before.
  await simulator.status();
  await act();
  for (;;) {
    const { value } = await next;
    if (value === undefined) throw new Error(`Waited in vain for the phone to ${kind}`);
    if (isOfKind(value, kind)) {
      await effects.return();
      return value;
    }
    next = effects.next();
  }
}

function isOfKind<Kind extends PhoneEffect['do']>(
  effect: PhoneEffect,
  kind: Kind,
): effect is Extract<PhoneEffect, { do: Kind }> {
  return effect.do === kind;
}
