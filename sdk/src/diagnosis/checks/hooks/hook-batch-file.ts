import { hookCheck } from '../../check.ts';
import { hookRemedy } from './hook-remedy.ts';

export const hookBatchFile = hookCheck({
  code: 'hook-batch-file',
  severity: 'error',
  title: 'A caller can run commands through a hook',
  remedy: hookRemedy('Use an `.exe` that takes its arguments as data'),
  facts: 'C.5',
  examineHook: ({ file, key }) =>
    /\.(?:bat|cmd)$/iu.test(file)
      ? {
          detail: `\`${key}\` starts the batch file \`${file}\`. MicroSIP appends the caller's number, which is a text of the caller's choice, and the command interpreter carries out what stands after an & or | in it.`,
        }
      : undefined,
});
