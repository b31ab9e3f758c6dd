import type Token from 'markdown-it/lib/token.mjs';

/** A piece of a line of Markdown, at its place in what a reader sees of the line. */
export interface InlinePiece {
  readonly token: Token;
  readonly start: number;
  readonly end: number;
  /** Whether a link may be made in it: it is text, and in no link and no code already. */
  readonly isPlain: boolean;
}

/** A line of Markdown as a reader sees it. */
export interface InlineText {
  readonly text: string;
  readonly pieces: readonly InlinePiece[];
}

/** The tags of elements in which nothing becomes a link: links themselves, what is pressed, and code. */
const opaqueTag = /^<(\/?)(a|button|code|kbd|pre|samp|script|style|textarea)(?=[\s/>])/iu;

/** Puts together what the tokens of a line show, so that words before a number count in whatever font they stand. */
export function inlineText(tokens: readonly Token[]): InlineText {
  const pieces: InlinePiece[] = [];
  let text = '';
  let links = 0;
  let element: string | undefined;
  for (const token of tokens) {
    if (token.type === 'link_open') links++;
    if (token.type === 'link_close') links--;
    if (token.type === 'html_inline') element = elementAfter(token.content, element);
    const start = text.length;
    text += shownText(token);
    const isPlain = isText(token) && links === 0 && element === undefined;
    pieces.push({ token, start, end: text.length, isPlain });
  }
  return { text, pieces };
}

/** The outermost element around what follows a tag in which nothing becomes a link. */
function elementAfter(tag: string, element: string | undefined): string | undefined {
  const [, slash, name] = opaqueTag.exec(tag.toLowerCase()) ?? [];
  if (slash === '/') return name === element ? undefined : element;
  return element ?? name;
}

/** An escaped character is a token of its own until the text is joined. */
function isText({ type }: Token): boolean {
  return type === 'text' || type === 'text_special';
}

function shownText({ type, content }: Token): string {
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  // Between two words, and no part of either.
  return type === 'image' ? '\ufffc' : content;
}
