import { compareVersions } from '../../../catalogue/version.ts';
import { phoneCheck } from '../../check.ts';
import { surpriseAt } from '../../surprise-at.ts';

/** The first version that looks at it. */
const since = '3.22.6';

export const cameraDenied = phoneCheck({
  code: 'camera-denied',
  severity: 'warning',
  title: 'Windows denies the camera',
  remedy: `${surpriseAt('K.21').remedy ?? ''} The switch is in the settings of Windows, under Privacy & security, Camera.`,
  facts: 'K.21',
  examine: ({ cameraDeniedBy, version }) => {
    if (cameraDeniedBy === 'unknown') return 'unknown';
    const minds = version === undefined || compareVersions(version, since) >= 0;
    if (!minds || cameraDeniedBy.length === 0) return undefined;
    return {
      detail: `\`Value\` is \`Deny\` in ${cameraDeniedBy.join(' and ')}. The video edition refuses to start then, with a modal box.`,
    };
  },
});
