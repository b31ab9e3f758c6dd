import { hookKeys, type HookKey } from '../../catalogue/hook.ts';
import type { HookStatus } from '../../events/hooks/installing/hooks-status.ts';
import type { Installation } from '../../installation/installation.ts';
import { localPath } from '../../installation/local-path.ts';
import { hookCommand } from '../../phone-model/hook-command/hook-command.ts';
import type { IniDocument } from '../../settings/ini-document.ts';
import { profileValue, trimBlanks } from '../../settings/profile-value.ts';
import { presenceOf, type Presence } from './file-presence.ts';

/** An event hook that is set, and what MicroSIP would start for it (facts C.3, C.4). */
export interface HookFacts {
  readonly key: HookKey;
  /** The text after `=`, without outer blanks. */
  readonly text: string;
  /** The value without outer quotes, as long as it is. */
  readonly whole: string;
  /** As much of it as MicroSIP reads. */
  readonly value: string;
  /** The program MicroSIP would start. */
  readonly file: string;
  /** What it would give to the program, without the caller. */
  readonly params: string;
  /** Whether the program is there; unknown where Windows would look for it in several places. */
  readonly program: Presence;
  /** Whether it is the hook of the kit, which is judged as a whole; and, if so, what is the matter with it. */
  readonly kit: 'installed' | 'damaged' | 'dangling' | undefined;
  /** What is wrong with a hook of the kit. */
  readonly kitRemark: string | undefined;
}

/**
 * The event hooks of an ini.
 *
 * @param statuses - what the kit knows of them
 */
export async function hookFacts(
  ini: IniDocument,
  installation: Installation,
  statuses: readonly HookStatus[],
  signal: AbortSignal,
): Promise<readonly HookFacts[]> {
  const found = hookKeys.map(async (key): Promise<HookFacts | undefined> => {
    const text = ini.getText('Settings', key);
    if (text === undefined) return undefined;
    const value = profileValue(text);
    const command = hookCommand(value, '');
    if (command === undefined) return undefined;
    const status = statuses.find(({ hook }) => hook === key);
    return {
      key,
      text: trimBlanks(text),
      whole: profileValue(text, Number.MAX_SAFE_INTEGER),
      value,
      file: command.file,
      params: command.params.trim(),
      program: await programPresence(command.file, installation, signal),
      kit: kitState(status),
      kitRemark: status?.remark,
    };
  });
  return (await Promise.all(found)).filter((hook) => hook !== undefined);
}

function kitState(status: HookStatus | undefined): HookFacts['kit'] {
  const state = status?.state;
  return state === 'installed' || state === 'damaged' || state === 'dangling' ? state : undefined;
}

async function programPresence(
  file: string,
  installation: Installation,
  signal: AbortSignal,
): Promise<Presence> {
  const local = await localPath(installation, file, signal);
  return local === undefined ? 'unknown' : await presenceOf(local);
}
