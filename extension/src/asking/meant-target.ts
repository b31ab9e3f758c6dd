import { checkTarget } from 'microsip-sdk';

/** One line of the input for targets, besides what was typed itself. */
export interface OfferedTarget {
  readonly target: string;
  /** All that VS Code finds it by. */
  readonly words: string;
}

/** What stands in an input for targets when Enter is pressed. */
export interface TargetInput {
  readonly typed: string;
  /** The offer that is marked; `undefined`: what was typed is, or nothing. */
  readonly marked: OfferedTarget | undefined;
  /** The text for which what was typed was marked last. */
  readonly markedTyped: string | undefined;
}

/**
 * Whom a person means who presses Enter; nothing for what cannot be called. The mark is drawn in another process, some
 * time after a key was pressed: who types fast has Enter come while the mark is still where an earlier text put it.
 */
export function meantTarget({ typed, marked, markedTyped }: TargetInput): string | undefined {
  if (typed.trim() === '') return marked?.target;
  const check = checkTarget(typed);
  if (marked !== undefined) {
    // A number that was typed is marked as soon as it is drawn; an offer was then chosen with the arrow keys.
    const isChosen = isName(typed) ? isFoundBy(typed, marked.words) : markedTyped === typed;
    if (isChosen) return marked.target;
  }
  return check.ok ? typed : undefined;
}

/**
 * Whom a person means who pressed Enter before the offers for a name were there: the one that it can mean, or what was
 * typed where it means none of them; nothing where there are several, which the person has to see first.
 */
export function meantUnseen<Offer extends OfferedTarget>(
  typed: string,
  offers: readonly Offer[],
): { readonly target: string; readonly offer?: Offer } | undefined {
  const [offer, ...others] = offers.filter(({ words }) => isFoundBy(typed, words));
  if (offer === undefined) return checkTarget(typed).ok ? { target: typed } : undefined;
  return others.every(({ target }) => target === offer.target) ? { target: offer.target, offer } : undefined;
}

/** Whether a text is rather looked for among names than dialled as it is: no number, and no address. */
export function isName(typed: string): boolean {
  const check = checkTarget(typed);
  return !check.ok || check.target.kind === 'account-user';
}

/** Whether VS Code may show words for a text: all its characters are in them, in this order. */
function isFoundBy(typed: string, words: string): boolean {
  const text = words.toLowerCase();
  let position = 0;
  for (const character of typed.toLowerCase().replaceAll(/\s/gu, '')) {
    position = text.indexOf(character, position) + 1;
    if (position === 0) return false;
  }
  return true;
}
