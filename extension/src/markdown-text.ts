import { escapeMarkdown } from './escape-markdown.ts';
import { onOneLine } from './markdown-line.ts';

/** Code between two single backticks; more of them side by side could begin code that ends elsewhere, or nowhere. */
const code = /((?<!`)`[^`\s](?:[^`]*[^`\s])?`(?!`))/u;

/** One line of the kit's own words: what stands in backticks is code, everything else is plain text. */
export function markdownText(text: string): string {
  return onOneLine(text)
    .split(code)
    .map((part) => (code.test(part) ? part : escapeMarkdown(part)))
    .join('');
}
