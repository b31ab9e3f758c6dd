import { escapeMarkdown } from './escape-markdown.ts';

/** Text of any origin, as it is, on one line of Markdown: on a second one it could begin a heading or a block of code. */
export function markdownLine(text: string): string {
  return escapeMarkdown(onOneLine(text));
}

/** Text without line breaks and characters that cannot be seen. */
export function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
