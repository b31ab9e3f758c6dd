/** A place in a text, both counted from 0; characters are UTF-16 code units. */
export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

/** Finds the lines and columns of offsets in a text. */
export function positionsIn(text: string): (offset: number) => TextPosition {
  const starts = [0, ...Array.from(text.matchAll(/\r\n?|\n/gu), ({ 0: end, index }) => index + end.length)];
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset);
    return { line, character: offset - (starts[line] ?? 0) };
  };
}
