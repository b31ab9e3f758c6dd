// A TypeDoc plugin: sorts the symbols of the SDK by the room of the house their source lives in, so that what belongs
// together stands together in the sidebar.
import path from 'node:path';

import { Comment, CommentTag, Converter, ReflectionKind } from 'typedoc';

import { roomTitleOf } from './room-titles.mjs';

/** What the symbols of the other entries are sorted by. */
const kindTitles = new Map([
  [ReflectionKind.Class, 'Classes'],
  [ReflectionKind.Function, 'Functions'],
  [ReflectionKind.Variable, 'Data'],
]);

const mainEntry = 'microsip-sdk';

/** @param {import('typedoc').Application} app */
export function load(app) {
  const source = path.join(import.meta.dirname, '../../sdk/src');
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const module of context.project.children ?? []) {
      for (const symbol of module.children ?? []) {
        // It stands where it is exported first; here is only a link.
        if (symbol.isReference()) continue;
        const file = symbol.sources?.[0]?.fullFileName ?? '';
        const title =
          module.name === mainEntry
            ? roomTitleOf(path.relative(source, file))
            : (kindTitles.get(symbol.kind) ?? 'Types');
        for (const reflection of documentedParts(symbol)) {
          reflection.comment ??= new Comment();
          reflection.comment.blockTags.push(new CommentTag('@category', [{ kind: 'text', text: title }]));
        }
      }
    }
  });
}

/**
 * Where TypeDoc looks for a symbol's category: a function keeps its comment with its signatures.
 *
 * @param {import('typedoc').DeclarationReflection} symbol
 * @returns {readonly import('typedoc').Reflection[]}
 */
function documentedParts(symbol) {
  return symbol.signatures ?? [symbol];
}
