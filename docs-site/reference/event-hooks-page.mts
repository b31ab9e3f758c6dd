import type { HookEntry } from 'microsip-sdk/catalogue';

import { blocks, code, list, page, table, text } from './markdown.mts';
import { differences, sources, traps, versionCells, versionHeads } from './version-columns.mts';

const argumentWords: Readonly<Record<HookEntry['argument'], string>> = {
  user: 'the user part of the far address; nothing if that is empty',
  'user-or-domain': 'the user part of the far address, its domain if that is empty',
};

const standsStill: Readonly<Record<HookEntry['blocks'], string>> = {
  interface: 'The window of MicroSIP stands still until the program ends, for up to ten seconds.',
  sip: 'SIP handling stands still until the program ends, for up to ten seconds.',
};

/** The page of the programs that MicroSIP starts when something happens to a call. */
export function eventHooksPage(hooks: readonly HookEntry[]): string {
  return page(
    {
      slug: '/reference/event-hooks',
      title: 'Event hooks',
      description: 'The programs MicroSIP starts when a call comes in, rings, is answered and ends.',
    },
    `MicroSIP sends no webhooks. What it has are keys in the section \`[Settings]\` of its ini that name a program to start
when something happens to a call. The far end's number is its last argument, and usually all that it learns.`,
    table(
      ['Key', 'When', ...versionHeads],
      hooks.map((hook) => [
        `[${code(hook.key)}](#${hook.key.toLowerCase()})`,
        text(hook.title),
        ...versionCells(hook.availability),
      ]),
    ),
    ...hooks.map((hook) =>
      blocks(
        `## ${hook.key} {#${hook.key.toLowerCase()}}`,
        text(hook.when),
        list([
          `**Calls:** ${hook.direction === 'both' ? 'outgoing and incoming' : hook.direction}`,
          `**Argument:** ${argumentWords[hook.argument]}`,
          `**While it runs:** ${standsStill[hook.blocks]}`,
        ]),
        differences(hook.differences),
        traps(hook.traps),
        sources(hook.sources),
      ),
    ),
  );
}
