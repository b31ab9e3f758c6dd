// A TypeDoc plugin: gives each page of the SDK's reference the description that search engines show, the first sentence
// of the symbol's documentation.
import { Comment } from 'typedoc';
import { MarkdownPageEvent } from 'typedoc-plugin-markdown';

/**
 * The first sentence of a text, on one line and without Markdown's marks.
 *
 * @param {string} text
 */
export function firstSentence(text) {
  const line = text
    .replaceAll(/\{@link\s+([^}\s|]+)[^}]*\}/gu, '$1')
    .replaceAll(/[`*_]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return /^.*?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line;
}

/** @param {import('typedoc').Application} app */
export function load(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    const sentence = firstSentence(Comment.combineDisplayParts(summaryOf(page.model)));
    const name = 'name' in page.model ? page.model.name : 'microsip-sdk';
    const description = JSON.stringify(
      sentence === '' ? `${name} in the SDK of the MicroSIP DevKit.` : sentence,
    );
    page.contents = `---\ndescription: ${description}\n---\n\n${page.contents ?? ''}`;
  });
}

/**
 * What is written about a symbol; about a function it stands with its first signature.
 *
 * @param {unknown} model
 * @returns {readonly import('typedoc').CommentDisplayPart[]}
 */
function summaryOf(model) {
  const { comment, signatures } = /** @type {Partial<import('typedoc').DeclarationReflection>} */ (model);
  return (comment ?? signatures?.[0]?.comment)?.summary ?? [];
}
