// A TypeDoc plugin: gives each page of the SDK's reference the description that search engines show, the first sentence
// of the symbol's documentation.
import { Comment, ProjectReflection } from 'typedoc';
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
    const sentence = sentenceAbout(page.model);
    const name = 'name' in page.model ? page.model.name : 'microsip-sdk';
    const description = JSON.stringify(
      sentence === '' ? `${name} in the SDK of the MicroSIP DevKit.` : sentence,
    );
    page.contents = `---\ndescription: ${description}\n---\n\n${textOf(page)}`;
  });
}

/**
 * The page's text. The list of the entries, where people come in, says what each of them is for.
 *
 * @param {import('typedoc').PageEvent} page
 */
function textOf({ contents = '', model }) {
  if (!(model instanceof ProjectReflection)) return contents;
  const sentences = new Map(model.children?.map((entry) => [entry.name, sentenceAbout(entry)]));
  return contents.replaceAll(
    /^- \[(.+?)\]\(.+?\)$/gmu,
    (line, /** @type {string} */ name) => `${line}: ${sentences.get(name) ?? ''}`,
  );
}

/** @param {unknown} model */
function sentenceAbout(model) {
  return firstSentence(Comment.combineDisplayParts(summaryOf(model)));
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
