import type { IniDocument } from '../../../sdk/src/settings/ini-document.ts';
import { linesOf, sectionNameIn } from '../../../sdk/src/settings/ini-line.ts';
import { trimBlanks } from '../../../sdk/src/settings/profile-value.ts';
import type { Change, ValueQuestion } from './ini-texts.ts';

/**
 * What Wine's profile functions make differently from what is known of those of Windows, each with its cause in Wine's
 * `profile.c`. On Windows itself nothing is left out for it.
 */

/** It keeps comments as keys without a value, so that one that has a `=` can be asked for. */
export function takesCommentsForKeys({ key }: ValueQuestion): boolean {
  return key.startsWith(';');
}

/** It copies a quoted value with its last quote, and cuts off the last character where only that quote had no room. */
export function cutsQuotedValue(ini: IniDocument, { section, key, limit }: ValueQuestion): boolean {
  const text = trimBlanks(ini.getText(section, key) ?? '');
  return /^(["']).*\1$/su.test(text) && text.length - 2 === limit;
}

/** It knows byte order marks besides that of UTF-16, which Windows takes for three letters of the code page. */
export function knowsMark(text: string): boolean {
  return /^(?:\u00ef\u00bb\u00bf|\u00fe\u00ff)/u.test(text);
}

/** It does not write the heading of a section without a name, so that its keys come to the section before it. */
export function losesHeading(text: string): boolean {
  return linesOf(text).some(({ text: line }) => sectionNameIn(line) === '');
}

/** It lists but the first of several keys without a name. */
export function isNamelessKey(line: string): boolean {
  return trimBlanks(line).startsWith('=');
}

/** Nor does it keep the others when it changes the file. */
export function losesNamelessKeys(text: string): boolean {
  return linesOf(text).filter(({ text: line }) => isNamelessKey(line)).length > 1;
}

/** It removes a key from later sections of the same name as well, which it never reads. */
export function changesLaterSections(text: string, changes: readonly Change[]): boolean {
  const names = linesOf(text).flatMap(({ text: line }) => sectionNameIn(line)?.toLowerCase() ?? []);
  return changes.some(({ change, section }) => {
    const wanted = section.toLowerCase();
    const isTwice = names.indexOf(wanted) !== names.lastIndexOf(wanted);
    return isTwice && (change === 'remove' || change === 'replace-section');
  });
}
