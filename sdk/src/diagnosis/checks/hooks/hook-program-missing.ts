import { hookCheck } from '../../check.ts';
import { hookRemedy } from './hook-remedy.ts';
import { splitPathOf } from './split-path.ts';

export const hookProgramMissing = hookCheck({
  code: 'hook-program-missing',
  severity: 'error',
  title: 'A hook points nowhere',
  remedy: hookRemedy('Put the program back'),
  facts: 'C.3',
  examineHook: (hook) =>
    hook.program === 'missing' && splitPathOf(hook) === undefined
      ? {
          detail: `\`${hook.key}\` starts \`${hook.file}\`, which is not there. MicroSIP says nothing about it.`,
        }
      : undefined,
});
