import Prism from 'prismjs';
import loadLanguages from 'prismjs/components/index.js';

import { writeColourRuns, type CodeColour, type CodePiece } from '../src/code-block/colour-runs.ts';

// It would tell the console of a language that it does not have. Here that is an error.
loadLanguages.silent = true;

/** What each colour is for, in Prism's words. */
const kinds: Readonly<Record<CodeColour, readonly string[]>> = {
  comment: ['comment', 'prolog', 'doctype', 'cdata'],
  punctuation: ['punctuation', 'operator'],
  text: ['string', 'char', 'attr-value', 'regex', 'inserted', 'url'],
  keyword: ['keyword', 'atrule', 'important', 'selector'],
  name: ['function', 'class-name', 'tag', 'deleted', 'builtin'],
  value: ['number', 'boolean', 'constant', 'symbol', 'property', 'attr-name', 'variable'],
};
const colourOf = new Map(
  (Object.keys(kinds) as CodeColour[]).flatMap((colour) =>
    kinds[colour].map((kind) => [kind, colour] as const),
  ),
);

/** The colours of a program, as {@link writeColourRuns} writes them. */
export function coloursOfProgram(code: string, language: string): string {
  loadLanguages(language);
  const grammar = Prism.languages[language];
  if (grammar === undefined)
    throw new Error(`Prism has no language “${language}”: use “text” for what is none.`);
  return writeColourRuns(piecesOf(Prism.tokenize(code, grammar)));
}

/** A token has the colour of what it stands in, such as a string, unless it has one of its own. */
function piecesOf(stream: Prism.TokenStream, within?: CodeColour): readonly CodePiece[] {
  if (typeof stream === 'string')
    return [{ text: stream, ...(within === undefined ? {} : { colour: within }) }];
  if (Array.isArray(stream)) return stream.flatMap((token) => piecesOf(token, within));
  const own = [stream.type, stream.alias].flat().findLast((kind) => colourOf.has(kind));
  return piecesOf(stream.content, own === undefined ? within : colourOf.get(own));
}
