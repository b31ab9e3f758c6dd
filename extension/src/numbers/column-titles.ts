/** The titles of a table whose first line names its columns, as CSV files have it. */
export interface ColumnTitles {
  /** The title of the column that a place lies in. */
  at(text: string, index: number): string | undefined;
}

const longestHeader = 1000;
const longestRow = 2000;
const longestTitle = 40;

/** The titles in the first line of a text; `undefined` if that is no line of titles. */
export function columnTitlesOf(text: string): ColumnTitles | undefined {
  const header = /^\uFEFF?[^\r\n]*/u.exec(text.slice(0, longestHeader))?.[0] ?? '';
  const separator = [';', '\t', ','].find((character) => header.split(character).length >= 3);
  if (separator === undefined) return undefined;
  const titles = header.split(separator).map((title) => title.replaceAll(/^["'\s\uFEFF]+|["'\s]+$/gu, ''));
  if (!titles.every((title) => title.length <= longestTitle && /^[\p{L}\p{N}_ .()/#%-]*$/u.test(title)))
    return undefined;
  if (titles.filter((title) => /\p{L}/u.test(title)).length < titles.length * 0.7) return undefined;
  return { at: (document, index) => titleAt(document, index, titles, separator) };
}

function titleAt(
  text: string,
  index: number,
  titles: readonly string[],
  separator: string,
): string | undefined {
  const start = rowStart(text, index);
  if (start === undefined) return undefined;
  let column = 0;
  let isQuoted = false;
  for (let place = start; place < index; place++) {
    const character = text[place];
    if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) column++;
  }
  return titles[column];
}

/** Where the row begins, unless that is too far away for a row of a table. */
function rowStart(text: string, index: number): number | undefined {
  const before = text.slice(Math.max(0, index - longestRow), index);
  const lineEnd = before.lastIndexOf('\n');
  if (lineEnd < 0) return before.length < longestRow ? 0 : undefined;
  return index - before.length + lineEnd + 1;
}
