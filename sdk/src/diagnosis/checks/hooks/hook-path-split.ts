import { hookCheck } from '../../check.ts';
import { hookRemedy } from './hook-remedy.ts';
import { splitPathOf } from './split-path.ts';

export const hookPathSplit = hookCheck({
  code: 'hook-path-split',
  severity: 'error',
  title: 'A hook breaks off at a blank',
  remedy: hookRemedy('Put the program into a folder whose path has no blanks'),
  facts: 'C.4',
  examineHook: (hook) => {
    const meant = splitPathOf(hook);
    if (meant === undefined) return undefined;
    const quotes = hook.text.startsWith('"')
      ? 'Windows takes off the outer quotes, and the rest is split at the blank'
      : 'The value is split at the blank';
    return {
      detail: `\`${hook.key}\` means \`${meant}\`. ${quotes}: MicroSIP tries to start \`${hook.file}\`, and fails silently.`,
    };
  },
});
