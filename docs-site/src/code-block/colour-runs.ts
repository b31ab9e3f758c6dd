/** What colours a piece of a program: a class of `code-colours.css` without its `code-`. */
export type CodeColour = 'comment' | 'keyword' | 'name' | 'punctuation' | 'text' | 'value';

/** A piece of a program; without a colour where it is plain. */
export interface CodePiece {
  readonly text: string;
  readonly colour?: CodeColour;
}

const letters = { comment: 'c', keyword: 'k', name: 'n', punctuation: 'p', text: 't', value: 'v' } as const;
const plain = '_';

const colours = new Map<string, CodeColour>(
  (Object.keys(letters) as CodeColour[]).map((colour) => [letters[colour], colour]),
);

/**
 * The colours of a program without its text, which stands beside them: each a letter and how long it goes on, such as
 * `k6_1t9`. White space takes the colour of what stands before it.
 */
export function writeColourRuns(pieces: readonly CodePiece[]): string {
  const runs: { letter: string; length: number }[] = [];
  for (const { colour, text } of pieces) {
    const last = runs.at(-1);
    const letter = colour === undefined ? plain : letters[colour];
    if (last !== undefined && (last.letter === letter || text.trim() === '')) last.length += text.length;
    else runs.push({ letter, length: text.length });
  }
  return runs.map(({ length, letter }) => `${letter}${length}`).join('');
}

/** The lines of a program, each in pieces of one colour. What no run tells of is plain. */
export function readColourRuns(code: string, runs: string): readonly (readonly CodePiece[])[] {
  const lines: CodePiece[][] = [[]];
  const add = (text: string, colour: CodeColour | undefined): void => {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push(colour === undefined ? { text: part } : { text: part, colour });
    }
  };
  let at = 0;
  for (const [, letter = plain, length] of runs.matchAll(/(\D)(\d+)/gu)) {
    add(code.slice(at, at + Number(length)), colours.get(letter));
    at += Number(length);
  }
  add(code.slice(at), undefined);
  return lines;
}
