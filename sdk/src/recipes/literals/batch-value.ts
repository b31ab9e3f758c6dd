import { MicroSipError } from '../../microsip-error.ts';

/**
 * A text as it stands in a batch file between quotation marks, where `&`, `|`, `<`, `>` and `^` mean themselves, and
 * `!` too as long as delayed expansion is off. A percent sign is doubled.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for what a batch file cannot say: a quotation mark would end the quotation,
 * and other than ASCII depends on the code page of the console that runs it
 */
export function batchValue(text: string, meaning: string): string {
  if (/^[ !#-~]*$/u.test(text)) return text.replaceAll('%', '%%');
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `A batch file cannot say ${meaning} safely: it may hold ASCII letters, digits and signs except the quotation mark. Take a recipe in another language.`,
  );
}
