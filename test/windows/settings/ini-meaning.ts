import { keyIn, linesOf, sectionNameIn, textIn } from '../../../sdk/src/settings/ini-line.ts';
import { trimBlanks } from '../../../sdk/src/settings/profile-value.ts';

/**
 * The lines of an ini without what means nothing: blank lines, blanks around names and values, line ends, what stands
 * behind the name of a section. The profile functions may tidy these up in the whole file when they change one key
 * (Wine's do); the kit leaves them.
 */
export function meaningOf(text: string): readonly string[] {
  return linesOf(text).flatMap(({ text: line }) => {
    const section = sectionNameIn(line);
    if (section !== undefined) return [`[${section}]`];
    const value = textIn(line);
    const key = keyIn(line);
    if (key !== undefined && value !== undefined) return [`${key}=${trimBlanks(value)}`];
    const rest = trimBlanks(line);
    return rest === '' ? [] : [rest.split('=').map(trimBlanks).join('=')];
  });
}
