import path from 'node:path';

import { hookPlaceholders } from '../../catalogue/hook-values.ts';
import { supportIn } from '../../catalogue/version.ts';
import { hookNamed } from '../../catalogue/hooks.ts';
import type { HookKey } from '../../catalogue/hook.ts';
import { hookCommand, ownExecutable } from '../../phone-model/hook-command/hook-command.ts';

/** A command the user had in a hook, as the hook program starts it. */
export interface OwnCommand {
  /**
   * - `program`: as it is
   * - `script`: by the Windows Script Host
   * - `batch`: by cmd.exe
   * - `arguments`: as a list, where the simulator runs on Linux or macOS
   */
  readonly how: 'program' | 'script' | 'batch' | 'arguments';
  /** It would take the caller for commands, or options, and gets only what means nothing to it (facts C.5). */
  readonly plainCaller: boolean;
  readonly file: string;
  /** What stands between the program and the caller. */
  readonly params: string;
}

/** How the hook program can run a command of the user, or why it cannot. */
export type OwnCommandPlan = OwnCommand | { readonly cannot: string };

/** Which phone the command belongs to. */
export interface OwnCommandContext {
  readonly hook: HookKey;
  readonly version: string;
  /** The system that starts it; `wine` where it is a program of Windows, and the hook program one of Linux. */
  readonly platform: NodeJS.Platform | 'wine';
}

const ways: Readonly<Record<string, OwnCommand['how']>> = {
  '': 'program',
  '.exe': 'program',
  '.com': 'program',
  '.bat': 'batch',
  '.cmd': 'batch',
  '.vbs': 'script',
  '.vbe': 'script',
  '.js': 'script',
  '.jse': 'script',
  '.wsf': 'script',
};

/** Programs that carry out what stands on their command line. */
const interpreters: ReadonlySet<string> = new Set([
  ...['cmd', 'command', 'powershell', 'pwsh', 'cscript', 'wscript'],
  ...['sh', 'bash', 'dash', 'zsh', 'wsl'],
]);

/**
 * How the hook program starts what a user had in a hook, as MicroSIP would have (facts C.3).
 *
 * @param value - the hook's value, as MicroSIP reads it
 */
export function planOwnCommand(
  value: string,
  { hook, platform, version }: OwnCommandContext,
): OwnCommandPlan | undefined {
  const command = hookCommand(value, '');
  if (command === undefined) return undefined;
  if (command.file === ownExecutable) {
    return { cannot: 'it holds blanks only, which makes MicroSIP start itself (facts N)' };
  }
  const replaced = supportIn(hookNamed(hook).placeholders, version).support !== 'no';
  const placeholder = hookPlaceholders.find(({ token }) => replaced && value.includes(token));
  if (placeholder !== undefined) {
    return { cannot: `only MicroSIP itself knows what ${placeholder.token} stands for` };
  }
  if (platform === 'wine') {
    return { cannot: 'it is a program of Windows, and the hook program runs outside of Wine' };
  }
  const how = platform === 'win32' ? wayOf(command.file) : 'arguments';
  if (how === undefined) return { cannot: 'it is no program: the Windows shell opens it' };
  const plainCaller = how === 'batch' || how === 'script' || isInterpreter(command.file);
  return { how, file: command.file, params: command.params.trimEnd(), plainCaller };
}

/** Whether Windows gives a command to cmd.exe, to which a caller can give commands (facts C.5). */
export function isBatchFile(value: string): boolean {
  return wayOf(fileOf(value)) === 'batch';
}

/** Whether a command starts a shell, to which a caller can give commands as well. */
export function startsInterpreter(value: string): boolean {
  return isInterpreter(fileOf(value));
}

function fileOf(value: string): string {
  return hookCommand(value, '')?.file ?? '';
}

function isInterpreter(file: string): boolean {
  const name = path.win32.basename(file).toLowerCase();
  return interpreters.has(name.replace(/\.(?:exe|com)$/u, ''));
}

/** A URL has a scheme of two letters and more, which no drive has. */
function wayOf(file: string): OwnCommand['how'] | undefined {
  return /^[a-z][a-z\d+.-]+:/iu.test(file) ? undefined : ways[path.win32.extname(file).toLowerCase()];
}
