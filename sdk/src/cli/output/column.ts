import stringWidth from 'string-width';

/** What is wider does not push all other lines apart: names and numbers are of other people's choice. */
const widest = 40;

/** Fills texts up to the width of the widest, as terminals measure: a letter of Chinese takes two columns. */
export function column(texts: readonly string[]): (text: string) => string {
  const widths = texts.map((text) => stringWidth(text)).filter((width) => width <= widest);
  const wanted = Math.max(0, ...widths);
  return (text) => text + ' '.repeat(Math.max(0, wanted - stringWidth(text)));
}
