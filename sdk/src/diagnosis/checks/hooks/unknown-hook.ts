import { hooks } from '../../../catalogue/hooks.ts';
import { newestVerifiedVersion, supportIn } from '../../../catalogue/version.ts';
import { profileValue } from '../../../settings/profile-value.ts';
import { settingsCheck, type Evidence } from '../../check.ts';

export const unknownHook = settingsCheck({
  code: 'unknown-hook',
  severity: 'warning',
  title: 'A hook has a name that MicroSIP does not know',
  remedy: `Use one of ${hooks.map((hook) => `\`${hook.key}\``).join(', ')}, or let \`microsip hooks install\` set them.`,
  facts: 'C.1',
  examine: ({ ini }, { version = newestVerifiedVersion }) => {
    const known = new Set(
      hooks
        .filter(({ availability }) => supportIn(availability, version).support !== 'no')
        .map(({ key }) => key.toLowerCase()),
    );
    return ini
      .entries('Settings')
      .filter(
        ({ key, text }) => /^cmd/iu.test(key) && profileValue(text) !== '' && !known.has(key.toLowerCase()),
      )
      .map(({ key }): Evidence => ({
        detail: `MicroSIP ${version} has no event \`${key}\`: the program is never started.`,
      }));
  },
});
