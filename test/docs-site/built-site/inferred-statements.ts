import { catalogue, verifiedVersions, type VerifiedVersion } from '../../../sdk/src/catalogue/index.ts';
import { squashed } from './built-site.ts';

/** The mark that readers see. */
export const inferredMark = squashed('(inferred, not seen)');

/** Anything in the catalogue that says how it is known. */
interface Known {
  readonly basis: string;
  readonly versions?: readonly VerifiedVersion[];
}

/** Where the parts of the catalogue keep what they state. */
const statingFields = ['text', 'meaning', 'effect', 'when', 'truth', 'characters'] as const;

/** What is inferred and what is not, squashed, wherever in the catalogue it stands. */
export function statementsByBasis(): {
  readonly inferred: readonly string[];
  readonly otherwise: readonly string[];
} {
  const found = [...knownIn(catalogue)];
  return {
    inferred: unique(found.filter(({ basis }) => basis === 'inferred').map(statementOf)),
    otherwise: unique(found.filter(({ basis }) => basis !== 'inferred').map(statementOf)),
  };
}

function* knownIn(value: unknown): Generator<Known> {
  if (typeof value !== 'object' || value === null) return;
  if ('basis' in value) yield value as Known;
  for (const inner of Object.values(value) as unknown[]) yield* knownIn(inner);
}

function statementOf(known: Known): string {
  const record = known as unknown as Readonly<Record<string, unknown>>;
  const text = statingFields.map((field) => record[field]).find((one) => typeof one === 'string');
  if (text === undefined) throw new Error(`What does this state? ${JSON.stringify(known)}`);
  // Where an argument of a hook comes from stands in a column of its own, versions included.
  const versions = 'characters' in known ? undefined : known.versions;
  const everywhere = versions === undefined || versions.length === verifiedVersions.length;
  return squashed(`${text}${everywhere ? '' : `(${versions.join(', ')})`}`);
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
