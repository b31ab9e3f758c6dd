import type { Surprise } from '../catalogue/surprise.ts';
import { surprises } from '../catalogue/surprises.ts';

/**
 * A surprise of MicroSIP's, as the catalogue tells it.
 *
 * @param facts - its row in section K, such as `K.4`
 */
export function surpriseAt(facts: string): Surprise {
  const surprise = surprises.find((each) => each.facts === facts);
  if (surprise === undefined) throw new RangeError(`The catalogue has no surprise ${facts}.`);
  return surprise;
}
