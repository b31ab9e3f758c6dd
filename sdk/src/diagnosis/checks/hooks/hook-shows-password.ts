import { hookPlaceholders } from '../../../catalogue/hook-values.ts';
import { hookNamed } from '../../../catalogue/hooks.ts';
import { newestVerifiedVersion, supportIn } from '../../../catalogue/version.ts';
import { hookCheck } from '../../check.ts';

export const hookShowsPassword = hookCheck({
  code: 'hook-shows-password',
  severity: 'error',
  title: 'A hook puts the password on a command line',
  remedy: 'Take the placeholder out: `microsip settings set <key> …`, with the value without it.',
  facts: 'C.2',
  examineHook: ({ key, value }, { version }) => {
    const { placeholders } = hookNamed(key);
    if (supportIn(placeholders, version ?? newestVerifiedVersion).support === 'no') return undefined;
    const secret = hookPlaceholders.find((each) => each.secret && value.includes(each.token));
    if (secret === undefined) return undefined;
    return {
      detail: `\`${key}\` has the placeholder \`${secret.token}\`: every program on the machine can read command lines.`,
    };
  },
});
