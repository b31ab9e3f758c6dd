import path from 'node:path';

import type { HookFacts } from '../../snapshot/hook-facts.ts';
import { hookCheck } from '../../check.ts';
import { hookRemedy } from './hook-remedy.ts';

export const hookShell = hookCheck({
  code: 'hook-shell',
  severity: 'error',
  title: 'A hook hands the caller to a shell',
  remedy: hookRemedy('Use an `.exe` that takes its arguments as data'),
  facts: 'C.5',
  examineHook: (hook) =>
    interpretsArguments(hook)
      ? {
          detail: `\`${hook.key}\` starts \`${hook.file} ${hook.params}\`. MicroSIP appends the caller's number, which is a text of the caller's choice, and the shell carries it out as commands.`,
        }
      : undefined,
});

/** Whether a shell takes what follows for commands; PowerShell does unless it is given a file. */
function interpretsArguments({ file, params }: HookFacts): boolean {
  const name = path.win32
    .basename(file)
    .toLowerCase()
    .replace(/\.(?:exe|com)$/u, '');
  switch (name) {
    case 'cmd':
    case 'command':
      return true;
    case 'powershell':
      return !/(?:^|\s)[-/]f(?:ile)?(?:\s|$)/iu.test(params);
    case 'pwsh':
      return /(?:^|\s)[-/](?:c|command|e|ec|encodedcommand)(?:\s|$)/iu.test(params);
    case 'sh':
    case 'bash':
    case 'dash':
    case 'zsh':
      return /(?:^|\s)-\w*c(?:\s|$)/u.test(params);
    default:
      return false;
  }
}
