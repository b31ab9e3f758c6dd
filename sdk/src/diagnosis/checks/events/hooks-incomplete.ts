import { hooks as knownHooks } from '../../../catalogue/hooks.ts';
import { newestVerifiedVersion, supportIn } from '../../../catalogue/version.ts';
import { settingsCheck } from '../../check.ts';

export const hooksIncomplete = settingsCheck({
  code: 'hooks-incomplete',
  severity: 'warning',
  title: "Some of the kit's hooks are missing",
  remedy: 'Install them again, which keeps what you had there yourself: `microsip hooks install --restart`.',
  facts: 'C.1',
  examine: ({ hooks }, { version = newestVerifiedVersion }) => {
    const ours = new Set(hooks.filter(({ kit }) => kit !== undefined).map(({ key }) => key));
    if (ours.size === 0) return undefined;
    const missing = knownHooks.filter(
      ({ availability, key }) => supportIn(availability, version).support !== 'no' && !ours.has(key),
    );
    if (missing.length === 0) return undefined;
    return {
      detail: `Nothing is told of ${missing.map(({ key }) => `\`${key}\``).join(', ')}: calls may seem to go on for ever, or never to have begun.`,
    };
  },
});
