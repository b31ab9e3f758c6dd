import { commands } from '../../../catalogue/commands.ts';
import { hooks } from '../../../catalogue/hooks.ts';
import { schemes } from '../../../catalogue/schemes.ts';
import { newestVerifiedVersion, supportIn, type Availability } from '../../../catalogue/version.ts';
import { phoneCheck } from '../../check.ts';

export const oldVersion = phoneCheck({
  code: 'old-version',
  severity: 'warning',
  title: 'This version lacks commands of newer ones',
  remedy: `Update to ${newestVerifiedVersion}; until then the kit refuses the commands that need them.`,
  facts: 'M',
  examine: ({ version }) => {
    if (version === undefined) return 'unknown';
    const lacking = lackingIn(version);
    if (lacking.length === 0) return undefined;
    return {
      detail: `MicroSIP ${version} has no ${lacking.map((name) => `\`${name}\``).join(', ')}.`,
    };
  },
});

/** What the newest version read has and another one has not. */
function lackingIn(version: string): readonly string[] {
  const isLacking = (availability: Availability): boolean =>
    supportIn(availability, newestVerifiedVersion).support === 'yes' &&
    supportIn(availability, version).support === 'no';
  return [
    ...commands.filter(({ availability }) => isLacking(availability)).map(({ token }) => token),
    ...schemes.filter(({ stripped }) => isLacking(stripped)).map(({ token }) => token),
    ...hooks.filter(({ availability }) => isLacking(availability)).map(({ key }) => key),
  ];
}
