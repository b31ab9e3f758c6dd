import { checkTarget, type MicroSip } from 'microsip-sdk';

/** Somebody who can be called. Number and name are text of unknown origin. */
export interface Suggestion {
  readonly kind: 'recent' | 'contact';
  readonly target: string;
  readonly name: string | undefined;
}

const mostRecent = 10;

/** The calls that are looked at for different numbers. */
const mostLookedAt = 50;

/** Whom the phone talked to last, each once and the latest first, and its contacts; only who can be dialled. */
export async function suggestTargets(phone: MicroSip): Promise<readonly Suggestion[]> {
  const [calls, contacts] = await Promise.all([
    phone.history.list({ limit: mostLookedAt }),
    phone.contacts.list(),
  ]);
  const latest = new Map<string, (typeof calls)[number]>();
  for (const call of calls) if (!latest.has(call.number)) latest.set(call.number, call);
  const recent = [...latest.values()]
    .map(({ number, name }) => suggestion('recent', number, name))
    .filter(isDialable)
    .slice(0, mostRecent);
  const known = contacts
    .map(({ number, name }) => suggestion('contact', number, name))
    .filter(isDialable)
    .sort((left, right) => (left.name ?? left.target).localeCompare(right.name ?? right.target));
  return [...recent, ...known];
}

function suggestion(kind: Suggestion['kind'], target: string, name: string | undefined): Suggestion {
  return { kind, target, name: name === '' || name === target ? undefined : name };
}

function isDialable({ target }: Suggestion): boolean {
  return checkTarget(target).ok;
}
