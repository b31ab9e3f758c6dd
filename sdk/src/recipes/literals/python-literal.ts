import { isPrintableAscii } from './code-units.ts';

/**
 * A text as a Python string: ASCII only, as a file may be read in any encoding.
 *
 * @see Python language reference, 2.4.1 (string and bytes literals)
 */
export function pythonLiteral(text: string): string {
  const characters = Array.from(text, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    if (isPrintableAscii(character)) return character;
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
  });
  return `"${characters.join('')}"`;
}
