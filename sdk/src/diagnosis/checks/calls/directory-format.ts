import { behaviourVersionOf } from '../../../catalogue/version.ts';
import { settingsCheck } from '../../check.ts';

export const directoryFormat = settingsCheck({
  code: 'directory-format',
  severity: 'error',
  title: 'The address of the directory can crash MicroSIP',
  remedy:
    'Update MicroSIP, or set an address without escapes, and with `%s` three times at most: `microsip settings set usersDirectory … --restart`.',
  facts: 'H',
  examine: ({ ini }, { version }) => {
    if (version === undefined) return 'unknown';
    if (behaviourVersionOf(version) !== '3.20.5') return undefined;
    const address = ini.get('Settings', 'usersDirectory') ?? '';
    const format = /%(?![s%]).{0,2}/u.exec(address.replaceAll('%%', ''))?.[0];
    if (format === undefined && (address.match(/%s/gu) ?? []).length <= 3) return undefined;
    return {
      detail: `${version} uses the address in \`usersDirectory\` as a printf format: \`${format ?? 'a fourth %s'}\` in it makes it read memory that is not meant.`,
    };
  },
});
