import type { HandlerFacts } from '../../snapshot/neighbourhood.ts';

/** Schemes as they stand in links. */
export function schemesOf(handlers: readonly HandlerFacts[]): string {
  return handlers.map(({ scheme }) => `${scheme}:`).join(', ');
}
