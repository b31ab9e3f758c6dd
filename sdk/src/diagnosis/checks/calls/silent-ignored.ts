import { profileValue } from '../../../settings/profile-value.ts';
import { settingOf } from '../../../catalogue/settings.ts';
import { supportIn } from '../../../catalogue/version.ts';
import { settingsCheck } from '../../check.ts';
import { surpriseAt } from '../../surprise-at.ts';

export const silentIgnored = settingsCheck({
  code: 'silent-ignored',
  severity: 'warning',
  title: 'The silent mode no longer exists',
  remedy:
    'Send `microsip minimize` after a call is dialled, and take the key out: `microsip settings unset silent --restart`.',
  facts: 'K.24',
  examine: ({ ini }, { version }) => {
    const availability = settingOf('Settings', 'silent')?.availability;
    if (version === undefined || availability === undefined) return 'unknown';
    const isOn = profileValue(ini.getText('Settings', 'silent') ?? '') === '1';
    if (!isOn || supportIn(availability, version).support !== 'no') return undefined;
    return {
      detail: `\`silent=1\` does nothing in ${version}: windows appear all the same. ${surpriseAt('K.24').text}`,
    };
  },
});
