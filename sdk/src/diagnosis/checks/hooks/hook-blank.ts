import { ownExecutable } from '../../../phone-model/hook-command/hook-command.ts';
import { hookCheck } from '../../check.ts';

export const hookBlank = hookCheck({
  code: 'hook-blank',
  severity: 'error',
  title: 'A hook of blanks starts MicroSIP',
  remedy: 'Take it out: `microsip settings unset <key> --restart`.',
  facts: 'N',
  examineHook: ({ file, key }) =>
    file === ownExecutable
      ? {
          detail: `\`${key}\` holds nothing but blanks. An empty command stands for the program itself: MicroSIP starts itself with the caller's number, as if to call back, and waits for itself.`,
        }
      : undefined,
});
