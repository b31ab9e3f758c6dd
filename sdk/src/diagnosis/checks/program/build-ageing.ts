import { ageingTime, buildAge } from '../../../phone-model/instance/build-age.ts';
import { phoneCheck, type Evidence } from '../../check.ts';

/** How long before the first notice it is worth planning the update. */
const forewarningMs = 180 * 24 * 60 * 60 * 1000;

/** Only builds of this version are known to count their age, from a build date of their own. */
const ageingVersion = '3.22.16';

const update = 'Install a newer MicroSIP from https://www.microsip.org/downloads.';
const plan = `Plan an update of MicroSIP before ${day('ageingNotice')}.`;

export const buildAgeing = phoneCheck({
  code: 'build-ageing',
  severity: 'warning',
  title: 'This build of MicroSIP ages',
  remedy: [update, plan],
  facts: 'K.1',
  examine: ({ version }, { at }) => {
    if (version === undefined) return 'unknown';
    return version === ageingVersion ? ageAt(at) : undefined;
  },
});

function ageAt(at: number): Evidence | undefined {
  const refusal = `from ${day('ageingRefusal')} on it refuses to start`;
  switch (buildAge(ageingVersion, at)) {
    case 'refuses':
      return {
        severity: 'error',
        detail: `Since ${day('ageingRefusal')} ${ageingVersion} refuses to start: it opens the web site and ends.`,
      };
    case 'notice-at-every-show':
      return {
        detail: `${ageingVersion} shows a notice whenever its window appears; ${refusal}.`,
      };
    case 'notice-at-start':
      return {
        detail: `${ageingVersion} shows a notice at its start, from ${day('ageingPermanentNotice')} on whenever its window appears; ${refusal}.`,
      };
    case 'fresh':
      if (at < ageingTime('ageingNotice') - forewarningMs) return undefined;
      return {
        severity: 'note',
        detail: `From ${day('ageingNotice')} on ${ageingVersion} shows a notice at its start; ${refusal}.`,
        remedy: plan,
      };
  }
}

function day(limit: Parameters<typeof ageingTime>[0]): string {
  return new Date(ageingTime(limit)).toISOString().slice(0, 10);
}
