import { newestVerifiedVersion, verifiedVersions, type VerifiedVersion } from 'microsip-sdk/catalogue';

import { fittingSituation, situations, type Situation } from './situation.ts';

/** What a link into the playground asks for, checked. */
export interface CheckedRequest {
  readonly line: string;
  readonly version: VerifiedVersion;
  readonly situation: Situation;
}

/** What came of reading a link. */
export type ReadLink =
  /** The link asks for nothing. */
  | { readonly asks: 'nothing' }
  | { readonly asks: 'line'; readonly request: CheckedRequest }
  /** It asks for something that there is not; the text holds nothing of the link. */
  | { readonly asks: 'something-else'; readonly problem: string };

/** Windows passes no longer text to a program. */
export const longestCommandLine = 32_767;

/**
 * Reads the query of an address. Strict: every key is known and stands there once, and every value is one that the
 * playground itself would write; a link of strangers can give the simulated phone a text, and nothing else.
 *
 * @param search - such as `?line=%2Fhangupall&version=3.22.16`; empty where there is none
 */
export function readPlaygroundLink(search: string): ReadLink {
  const entries = [...new URLSearchParams(search)];
  if (entries.length === 0) return { asks: 'nothing' };
  const values = new Map(entries);
  if (values.size < entries.length) return somethingElse('It says the same thing twice.');
  if ([...values.keys()].some((key) => !['line', 'version', 'situation'].includes(key))) {
    return somethingElse('A link gives a “line”, and may give a “version” and a “situation”.');
  }

  const line = values.get('line');
  if (line === undefined) return somethingElse('It gives no “line”.');
  if (line.length > longestCommandLine) return somethingElse('Its line is longer than Windows allows.');
  if (/\p{Cc}/u.test(line)) return somethingElse('Its line holds control characters.');

  const askedVersion = values.get('version') ?? newestVerifiedVersion;
  const version = verifiedVersions.find((known) => known === askedVersion);
  if (version === undefined) {
    return somethingElse(`Its version is none of ${verifiedVersions.join(', ')}.`);
  }
  const askedSituation = values.get('situation') ?? fittingSituation(line, version);
  const situation = situations.find((known) => known === askedSituation);
  if (situation === undefined) return somethingElse(`Its situation is none of ${situations.join(', ')}.`);
  return { asks: 'line', request: { line, version, situation } };
}

function somethingElse(reason: string): ReadLink {
  return { asks: 'something-else', problem: `The link that led here cannot be followed. ${reason}` };
}
