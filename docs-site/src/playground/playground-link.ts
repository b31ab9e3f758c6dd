import type { Situation } from './session/situation.ts';

/** What a link into the playground asks for. */
export interface PlaygroundRequest {
  /** The text after `microsip.exe`. */
  readonly line: string;
  /** A version of MicroSIP whose source was read; without one, the newest. */
  readonly version?: string | undefined;
  /** What is going on at the phone; without it, whatever shows what the command line does. */
  readonly situation?: Situation | undefined;
}

/** Where the playground is. */
export const playgroundPath = '/playground';

/**
 * The address of the playground with a command line to try.
 *
 * @example
 * ```ts
 * playgroundLink({ line: '/hangupall' }); // '/playground?line=%2Fhangupall'
 * ```
 */
export function playgroundLink({ line, situation, version }: PlaygroundRequest): string {
  const query = [
    ['line', line],
    ...(version === undefined ? [] : [['version', version]]),
    ...(situation === undefined ? [] : [['situation', situation]]),
  ].map(([key = '', value = '']) => `${key}=${encodeURIComponent(wellFormed(value))}`);
  return `${playgroundPath}?${query.join('&')}`;
}

/** Halves of characters have no place in an address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}
