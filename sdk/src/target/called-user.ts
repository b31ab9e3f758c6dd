import { percentNormalised } from './grammar/percent-encoding.ts';
import { quoted, refuse } from './target-refused-error.ts';
import type { WarningList } from './target-warnings.ts';
import type { UriParameter } from './target.ts';

/** The user part of an address in the one spelling that MicroSIP calls. */
export function calledUser(
  written: string,
  parameters: readonly UriParameter[],
  warnings: WarningList,
): string {
  const user = percentNormalised(written).replaceAll('#', '%23');
  if (user.startsWith('/') || user.startsWith('%2F')) {
    refuse(
      'command',
      `The user ${quoted(user)} begins with “/”, where MicroSIP looks for a command. Write the user without it.`,
    );
  }
  const special = /[,;?]/u.exec(user)?.[0];
  if (special !== undefined) {
    refuse(
      special === ',' ? 'comma' : 'user',
      `MicroSIP takes the address apart at the ${quoted(special)} of the user ${quoted(user)}. ${special === ',' ? 'Write what is to be sent after the answer behind the host, or the comma as “%2C”' : `Write it as “%${special.charCodeAt(0).toString(16).toUpperCase()}”`}.`,
    );
  }
  if (!isWrittenNumber(user, parameters)) return user;
  const number = user.replaceAll(/[-.()]/gu, '');
  warnings.add('separators-dropped', `The number in the address was written without separators: ${number}.`);
  return number;
}

/** Whether a user is a telephone number with separators in it (RFC 3261, section 19.1.1). */
function isWrittenNumber(user: string, parameters: readonly UriParameter[]): boolean {
  const isPhone =
    user.startsWith('+') ||
    parameters.some(({ name, value }) => name.toLowerCase() === 'user' && value?.toLowerCase() === 'phone');
  return isPhone && /^\+?[\d\-.()]*\d[\d\-.()]*$/u.test(user) && /[-.()]/u.test(user);
}
