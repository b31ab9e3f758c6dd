/** A block of code in a Markdown page. */
export interface FencedBlock {
  readonly language: string;
  /** What stands behind the language: `title="…"`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** Where its text begins in the page. */
  readonly offset: number;
}

/** The blocks of code in a page. */
export function fencedBlocks(markdown: string): readonly FencedBlock[] {
  const found = markdown.matchAll(/^```(?<language>\w+)(?<attributes>[^\n]*)\n(?<text>.*?)^```$/gmsu);
  return [...found].map((match) => {
    const { attributes = '', language = '', text = '' } = match.groups ?? {};
    const pairs = [...attributes.matchAll(/(\w+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    return {
      language,
      attributes: Object.fromEntries(pairs) as Record<string, string>,
      text,
      offset: match.index + match[0].length - text.length - '```'.length,
    };
  });
}
