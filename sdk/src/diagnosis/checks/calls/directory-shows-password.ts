import { settingsCheck } from '../../check.ts';

export const directoryShowsPassword = settingsCheck({
  code: 'directory-shows-password',
  severity: 'warning',
  title: 'The directory of contacts is asked with a password',
  remedy:
    'Let the server know the phone by something else, such as `{username}`, and set the address without the password: `microsip settings set usersDirectory … --restart`.',
  facts: 'H',
  examine: ({ ini }) => {
    const where = secretIn(ini.get('Settings', 'usersDirectory', Infinity) ?? '');
    if (where === undefined) return undefined;
    return {
      // The address is not told: the password may stand in it.
      detail: `The address in \`usersDirectory\` has ${where}. It goes into the logs of whoever serves it, and MicroSIP takes any certificate, so others on the way can read it.`,
    };
  },
});

/** `%s` stands for user name, password and server, in this order. */
function secretIn(address: string): string | undefined {
  const placeholder = /\{(?:md5_)?password\}/u.exec(address)?.[0];
  if (placeholder !== undefined) return `the placeholder \`${placeholder}\``;
  if ((address.match(/%s/gu) ?? []).length >= 2) return 'a second `%s`, which stands for the password';
  return /^[a-z]+:\/\/[^/?#@]*:[^/?#@]+@/iu.test(address) ? 'a password in front of the host' : undefined;
}
