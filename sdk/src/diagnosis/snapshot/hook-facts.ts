import { hookKeys, type HookKey } from '../../catalogue/hook.ts';
import type { Backend } from '../../installation/installation.ts';
import { localPath } from '../../installation/local-path.ts';
import { hookCommand } from '../../phone-model/hook-command/hook-command.ts';
import type { IniDocument } from '../../settings/ini-document.ts';
import { profileValue, trimBlanks } from '../../settings/profile-value.ts';
import { presenceInAnyCase, presenceOf } from './file-facts.ts';
import type { Presence } from './phone-snapshot.ts';

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
}

/** The event hooks of an ini. */
export async function hookFacts(ini: IniDocument, backend: Backend): Promise<readonly HookFacts[]> {
  const found = hookKeys.map(async (key): Promise<HookFacts | undefined> => {
    const text = ini.getText('Settings', key);
    if (text === undefined) return undefined;
    const value = profileValue(text);
    const command = hookCommand(value, '');
    if (command === undefined) return undefined;
    return {
      key,
      text: trimBlanks(text),
      whole: profileValue(text, Number.MAX_SAFE_INTEGER),
      value,
      file: command.file,
      params: command.params.trim(),
      program: await programPresence(command.file, backend),
    };
  });
  return (await Promise.all(found)).filter((hook) => hook !== undefined);
}

/** Wine takes names in any case: what is missing under one may be there under another. */
async function programPresence(file: string, backend: Backend): Promise<Presence> {
  const local = localPath(backend, file);
  if (local === undefined) return 'unknown';
  return backend === 'wine' ? await presenceInAnyCase(local) : await presenceOf(local);
}
