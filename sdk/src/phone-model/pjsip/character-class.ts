const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';

/** A set of bytes; bytes above 127 belong to none of the classes of PJSIP's grammar. */
export type CharacterClass = ReadonlySet<string>;

function characterClass(...members: readonly string[]): CharacterClass {
  return new Set(members.join(''));
}

const mark = "-_.!~*'()";
const unreserved = letters + digits + mark;

/** The classes of PJSIP's parser, which differ from RFC 3261 in a few characters. */
export const digit = characterClass(digits);
export const token = characterClass(letters, digits, "-.!%*_`'~+");
export const host = characterClass(letters, digits, '_-.');
export const user = characterClass(unreserved, '%', '&=+$,;?/');
/** A `#` is read raw in a user part and printed escaped. */
export const readUser = characterClass(unreserved, '%', '&=+$,;?/', '#');
export const password = characterClass(unreserved, '%', '&=+$,');
export const parameter = characterClass(unreserved, '%', '[]/:&+$');
export const header = characterClass(unreserved, '%', '[]/?:+$');
export const otherContent = characterClass(letters, digits, "#?;:@&=+-_.!~*'()%$,/");

export const telNumber = characterClass(digits, 'aAbBcCdDeEfF', '*#', '-.()', '+');
export const telParameterName = characterClass(letters, digits, '-');
export const telExtension = characterClass(digits, '-.()');
export const telContext = characterClass(letters, digits, '+-.()');
export const telSubAddress = characterClass(unreserved, '%', '/:@&$,+', '[]');
export const telParameterValue = characterClass(unreserved, '%', '[]/:&+$');
export const readTelParameterValue = characterClass(unreserved, '%', '/:@&$,+', '[]', '=');
