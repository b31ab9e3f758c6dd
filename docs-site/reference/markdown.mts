/**
 * Text of the catalogue as Markdown: its code in backticks stays code, everything else is plain text, whatever
 * characters it has.
 *
 * @param placeOfCode - the address that a piece of code leads to, if there is one
 */
export function text(value: string, placeOfCode?: (code: string) => string | undefined): string {
  return value
    .split(/(`[^`]*`)/u)
    .map((part) => {
      if (!part.startsWith('`') || part.length === 1) return plain(part);
      const place = placeOfCode?.(part.slice(1, -1));
      return place === undefined ? part : `[${part}](${place})`;
    })
    .join('');
}

/** Text without any mark-up, in Markdown and in MDX. */
function plain(value: string): string {
  return value.replace(/[\\*_<>[\]|#~&`{}]/gu, '\\$&');
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

/** A link to another page, or to a section of one. */
export function link(label: string, place: string): string {
  return `[${label}](${place})`;
}

/** A block of code, whatever stands in it. */
export function codeBlock(language: string, value: string, title?: string): string {
  const longestRun = Math.max(2, ...[...value.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  const attributes = title === undefined ? '' : ` title=${JSON.stringify(title)}`;
  return `${fence}${language}${attributes}\n${value.replaceAll('\r\n', '\n').trimEnd()}\n${fence}`;
}

/** What stands above a page's text. */
export interface FrontMatter {
  /** Where the page is found. */
  readonly slug: string;
  readonly title: string;
  /** For search engines and link previews. */
  readonly description: string;
  /** What the search finds it by, beside its title. */
  readonly keywords?: readonly string[];
  /** Its name in the list of pages, where the title is too long for it. */
  readonly sidebar_label?: string;
  /** How deep the list of its sections goes; without it, two steps. */
  readonly toc_max_heading_level?: number;
}

/** A page with its front matter. */
export function page(matter: FrontMatter, ...body: readonly string[]): string {
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${blocks(...body)}\n`;
}
