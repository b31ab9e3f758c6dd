import { hookCheck } from '../../check.ts';
import { hookRemedy } from './hook-remedy.ts';

/** The folder that Windows hides from programs of 32 bits, such as MicroSIP. */
const systemFolder = /^([a-z]:[\\/][^\\/]+[\\/])system32(?=[\\/])/iu;

/** Interpreters that Windows has in both forms, which take the same scripts. */
const interpreters = /[\\/](?:cmd|powershell|cscript|wscript)(?:\.exe)?$/iu;

export const hookRedirected = hookCheck({
  code: 'hook-redirected',
  severity: 'warning',
  title: 'A hook starts another program than it names',
  remedy: hookRemedy('Put the program into a folder of its own'),
  facts: 'C.3',
  examineHook: ({ file, key, program }) => {
    if (!systemFolder.test(file) || interpreters.test(file) || program === 'missing') return undefined;
    return {
      detail: `\`${key}\` starts \`${file}\`. MicroSIP is a 32-bit program, which Windows leads to \`${file.replace(systemFolder, '$1SysWOW64')}\` instead: another program, or none.`,
    };
  },
});
