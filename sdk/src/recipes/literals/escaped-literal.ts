import { hexCodeUnits, isPrintableAscii } from './code-units.ts';

/**
 * A text as a string of JavaScript or C#, whose escapes are the same as far as they are used here: ASCII only, as a
 * file may be read in any encoding.
 *
 * @see ECMA-262, 12.9.4 (string literals); C# language specification, 6.4.5.6 (string literals)
 */
export function escapedLiteral(text: string): string {
  const characters = Array.from(text, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    if (isPrintableAscii(character)) return character;
    return hexCodeUnits(character)
      .map((unit) => `\\u${unit}`)
      .join('');
  });
  return `"${characters.join('')}"`;
}
