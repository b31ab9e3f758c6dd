import path from 'node:path';

import { limits } from '../../../catalogue/limits.ts';
import { ownExecutable } from '../../../phone-model/hook-command/hook-command.ts';
import { hookCheck } from '../../check.ts';

const waitSeconds = limits.hookWait.value / 1000;

export const hookDeadlock = hookCheck({
  code: 'hook-deadlock',
  severity: 'error',
  title: 'A hook commands the phone that waits for it',
  remedy:
    'Take it out with `microsip settings unset <key> --restart`; react to events from outside, with `microsip events --follow`.',
  facts: 'C.3',
  examineHook: ({ file, key, params }, { executable }) => {
    if (file === ownExecutable) return undefined;
    const commander = [file, ...params.split(/\s+/u)].find((word) => commandsPhone(word, executable));
    if (commander === undefined) return undefined;
    return {
      detail: `\`${key}\` starts \`${commander}\`. MicroSIP stands still until its hook has ended, and the hook waits for MicroSIP: both hang for ${waitSeconds} s.`,
    };
  },
});

/** MicroSIP itself, and the command of the kit, which starts MicroSIP. */
function commandsPhone(word: string, executable: string): boolean {
  const name = path.win32.basename(word.replaceAll('"', '')).toLowerCase();
  return (
    name === path.win32.basename(executable).toLowerCase() ||
    ['microsip', 'microsip.exe', 'microsip.cmd', 'microsip.js'].includes(name)
  );
}
