/**
 * Text of the catalogue as Markdown: its code in backticks stays code, everything else is plain text, whatever
 * characters it has.
 */
export function text(value: string): string {
  return value
    .split(/(`[^`]*`)/u)
    .map((part) =>
      part.startsWith('`') && part.length > 1 ? part : part.replace(/[\\*_<>[\]|#~&`]/gu, '\\$&'),
    )
    .join('');
}

/** Literal text, whatever characters it has. */
export function code(value: string): string {
  if (value === '') return '';
  const longestRun = Math.max(0, ...[...value.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const pad = longestRun > 0 ? ' ' : '';
  return `${fence}${pad}${value}${pad}${fence}`;
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    // A bar would end the cell, even inside code.
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/gu, '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Paragraphs, tables and lists, one below the other; empty ones are left out. */
export function blocks(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What stands above a page's text. */
export interface FrontMatter {
  /** Where the page is found. */
  readonly slug: string;
  readonly title: string;
  /** For search engines and link previews. */
  readonly description: string;
}

/** A page with its front matter. */
export function page(matter: FrontMatter, ...body: readonly string[]): string {
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${blocks(...body)}\n`;
}
