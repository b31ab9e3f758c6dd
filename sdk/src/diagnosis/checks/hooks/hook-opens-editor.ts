import { hookCheck } from '../../check.ts';
import { hookRemedy } from './hook-remedy.ts';

export const hookOpensEditor = hookCheck({
  code: 'hook-opens-editor',
  severity: 'error',
  title: 'A hook opens an editor instead of running',
  remedy: hookRemedy('Use an `.exe` that takes its arguments as data'),
  facts: 'C.3',
  examineHook: ({ file, key }) =>
    /\.(?:psm?1|txt|ini|json|md)$/iu.test(file)
      ? {
          detail: `\`${key}\` starts \`${file}\`, which Windows opens in an editor, unseen, at every event.`,
        }
      : undefined,
});
