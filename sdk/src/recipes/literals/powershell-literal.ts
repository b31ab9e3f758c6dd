import { hexCodeUnits } from './code-units.ts';

/**
 * A text as a PowerShell expression: ASCII only. Windows PowerShell reads a script without a mark in the code page of
 * the system, and every PowerShell takes four typographic quotation marks for `'`.
 *
 * @see about_Quoting_Rules
 */
export function powershellLiteral(text: string): string {
  const parts = text.match(/[ -~]+|[^ -~]/gu) ?? [''];
  const terms = parts.flatMap((part) =>
    /^[ -~]*$/u.test(part)
      ? [`'${part.replaceAll("'", "''")}'`]
      : hexCodeUnits(part).map((unit) => `[char]0x${unit}`),
  );
  // A sum is of the type of its first term: a text has to stand there.
  if (terms[0]?.startsWith('[char]') === true) terms.unshift("''");
  return terms.length === 1 ? (terms[0] ?? "''") : `(${terms.join(' + ')})`;
}
