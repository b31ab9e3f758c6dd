import {
  hookArgumentOrigins,
  hookPlaceholders,
  hooks,
  hookSequences,
  hookValueForms,
  type HookEntry,
} from 'microsip-sdk/catalogue';

import { linkedText } from './linked-text.mts';
import { blocks, code, link, list, page, table, text } from './markdown.mts';
import { placeOf } from './places.mts';
import { basisMark, differences, sources, topicSection, traps, versionsMark } from './statements.mts';
import { topicNamed } from './topic-named.mts';
import { cellWithNote, tableByVersion, versionLine } from './version-columns.mts';

const argumentWords: Readonly<Record<HookEntry['argument'], string>> = {
  user: 'the user part of the far address; nothing if that is empty',
  'user-or-domain': 'the user part of the far address, its domain if that is empty',
};

const standsStill: Readonly<Record<HookEntry['blocks'], string>> = {
  interface: 'The window of MicroSIP stands still until the program ends, for up to ten seconds.',
  sip: 'SIP handling stands still until the program ends, for up to ten seconds.',
};

const placeholderSupport = hooks.find(({ key }) => key === 'cmdOutgoingCall')?.placeholders;

/** The page of the programs that MicroSIP starts when something happens to a call. */
export function eventHooksPage(): string {
  return page(
    {
      slug: '/reference/event-hooks',
      title: 'Event hooks',
      description:
        'The programs that MicroSIP starts when a call comes in, rings, is answered and ends: every cmd… key, its argument, its order and its traps.',
    },
    `MicroSIP sends no webhooks. What it has are keys in the section \`[Settings]\` of its ini that name a program to start
when something happens to a call. The far end's number is its last argument, and usually all that it learns.
[The other ways to learn what happens](/reference/inbound-events) cost the phone less.`,
    tableByVersion(
      'Key',
      hooks.map((hook) => [
        cellWithNote(link(code(hook.key), placeOf.hook(hook.key)), text(hook.title)),
        hook.availability,
      ]),
    ),
    ...hooks.map((hook) => {
      const here = placeOf.hook(hook.key);
      return blocks(
        `## ${hook.key} {#${hook.key.toLowerCase()}}`,
        `${linkedText(hook.when, here)}${basisMark(hook.basis)}`,
        list([
          `**Versions:** ${versionLine(hook.availability)}`,
          `**Calls:** ${hook.direction === 'both' ? 'outgoing and incoming' : hook.direction}`,
          `**Argument:** ${argumentWords[hook.argument]}`,
          `**While it runs:** ${standsStill[hook.blocks]}`,
        ]),
        differences(hook.differences, here),
        traps(hook.traps, here),
        sources(hook.sources),
      );
    }),
    topicSection(
      topicNamed('hook-order'),
      table(
        ['Course of the call', 'Hooks, in this order'],
        hookSequences.map(({ course, hooks: keys, versions }) => [
          `${text(course)}${versionsMark(versions)}`,
          keys.map(code).join(' → '),
        ]),
      ),
    ),
    topicSection(topicNamed('hook-programs')),
    topicSection(
      topicNamed('hook-values'),
      table(
        ['Line in the ini', 'Works', 'Why'],
        hookValueForms.map(({ explanation, line, works }) => [
          code(line),
          works ? '✓' : '–',
          linkedText(explanation, '/reference/event-hooks'),
        ]),
      ),
      '### Placeholders {#placeholders}',
      `Replaced in the value of \`cmdOutgoingCall\` only. ${
        placeholderSupport === undefined ? '' : `Versions: ${versionLine(placeholderSupport)}.`
      }`,
      table(
        ['Placeholder', 'Stands for', 'URL-encoded'],
        hookPlaceholders.map(({ basis, encoded, meaning, secret, token, useful }) => [
          code(token),
          `${text(meaning)}${basisMark(basis)}${secret ? ' **Secret.**' : ''}${useful ? '' : ' Has no value at this moment.'}`,
          encoded ? 'yes' : 'no',
        ]),
      ),
    ),
    topicSection(
      topicNamed('hook-argument'),
      table(
        ['Where the argument comes from', 'What can be in it'],
        hookArgumentOrigins.map(({ basis, characters, origin, versions }) => [
          `${text(origin)}${versionsMark(versions)}`,
          `${text(characters)}${basisMark(basis)}`,
        ]),
      ),
    ),
  );
}
