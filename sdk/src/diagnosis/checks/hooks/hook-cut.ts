import { limits } from '../../../catalogue/limits.ts';
import { hookCheck } from '../../check.ts';
import { hookRemedy } from './hook-remedy.ts';

const most = limits.hookValueCharacters.value;

export const hookCut = hookCheck({
  code: 'hook-cut',
  severity: 'error',
  title: 'A hook is too long',
  remedy: hookRemedy('Put the program into a folder with a shorter path'),
  facts: 'C.4',
  examineHook: ({ key, whole }) =>
    whole.length > most
      ? {
          detail: `\`${key}\` has ${whole.length} characters; MicroSIP reads ${most} and silently drops the rest.`,
        }
      : undefined,
});
