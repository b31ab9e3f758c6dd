import type { FolkloreClaim } from '../catalogue/folklore-claim.ts';
import type { VerifiedVersion } from '../catalogue/version.ts';
import { claimAbout, folklore } from '../catalogue/folklore.ts';
import { firstWord } from './first-word.ts';
import { essenceOf } from './vocabulary.ts';

/**
 * The false claim that a command line comes from: its very example, else one with the same word, whatever dashes,
 * slashes and capitals it is written with. `call 555` is like `call 101`, `--hangup` is like `-hangup`.
 */
export function claimLike(commandLine: string, version: VerifiedVersion): FolkloreClaim | undefined {
  const exact = claimAbout(commandLine);
  const claim = exact ?? claims.get(keyOf(commandLine));
  return claim?.verdicts[version] === 'false' && isAboutWord(commandLine) ? claim : undefined;
}

/** A claim about something with an argument is not one about the bare word. */
function keyOf(commandLine: string): string {
  const { word, rest } = firstWord(commandLine);
  return `${essenceOf(word)}${rest === '' ? '' : ' …'}`;
}

/** A claim about how numbers are written has no word that would tell it from another. */
function isAboutWord(commandLine: string): boolean {
  return !/^\+?\d*$/u.test(firstWord(commandLine).word);
}

const claims: ReadonlyMap<string, FolkloreClaim> = new Map(
  folklore
    .filter(({ verdict, example }) => verdict === 'false' && example !== undefined && isAboutWord(example))
    .map((claim) => [keyOf(claim.example ?? ''), claim] as const)
    .filter(([key]) => /^[a-z]/u.test(key))
    // Of several claims with one word the first one counts.
    .reverse(),
);
