import { compareVersions, newestVerifiedVersion } from '../../../catalogue/version.ts';
import { phoneCheck } from '../../check.ts';

const lookUp = 'Look it up under Help in the menu of MicroSIP, and say it with `--microsip-version`.';
const newerKit = 'Look for a newer version of the kit; try what matters on a phone nobody depends on.';

export const unknownVersion = phoneCheck({
  code: 'unknown-version',
  severity: 'note',
  title: 'What this version does is not certain',
  remedy: [lookUp, newerKit],
  facts: 'M',
  examine: ({ version }) => {
    if (version === undefined) {
      return {
        detail: `Which version of MicroSIP this is cannot be told from its files; ${newestVerifiedVersion} is taken for granted.`,
        remedy: lookUp,
      };
    }
    if (compareVersions(version, newestVerifiedVersion) <= 0) return undefined;
    return {
      detail: `MicroSIP ${version} is newer than all whose source was read; what the kit knows of ${newestVerifiedVersion} is taken for granted.`,
      remedy: newerKit,
    };
  },
});
