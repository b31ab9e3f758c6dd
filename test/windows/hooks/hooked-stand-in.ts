import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { hookKeys, type HookKey } from '../../../sdk/src/catalogue/hook.ts';
import type { HookInstallOptions } from '../../../sdk/src/events/hooks/hook-control.ts';
import type { HookEvent } from '../../../sdk/src/events/hooks/hook-event.ts';
import { MicroSip } from '../../../sdk/src/microsip.ts';
import { standInPhone, type StandIn, type StandInOptions } from '../../support/windows/stand-in-phone.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { until } from '../../support/sdk/until.ts';
import { JournalReader } from '../../sdk/events/hooks/journal-reader.ts';

/** Where the files of a phone and of its user lie, below a temporary folder. */
export interface Folders {
  readonly phone: string;
  /** `%LOCALAPPDATA%`. */
  readonly localAppData: string;
}

/** A stand-in for MicroSIP in which the hooks are installed, and what their journal tells. */
export interface HookedStandIn extends AsyncDisposable {
  readonly phone: StandIn;
  readonly microsip: MicroSip;
  readonly reader: JournalReader;
}

/** How hooks are installed in a stand-in. */
export interface HookedStandInOptions extends StandInOptions, HookInstallOptions {
  /** Which hooks stay; a phone waits for each of them. */
  readonly only?: readonly HookKey[];
}

/** Installs the hooks in a stand-in, and starts it. */
export async function hookedStandIn(
  folders: Folders = { phone: 'phone', localAppData: 'user' },
  options: HookedStandInOptions = {},
): Promise<HookedStandIn> {
  const temporary = temporaryDirectory();
  const before = process.env['LOCALAPPDATA'];
  const localAppData = path.join(temporary.path, folders.localAppData);
  mkdirSync(localAppData, { recursive: true });
  process.env['LOCALAPPDATA'] = localAppData;
  const phone = standInPhone({ ...options, folder: path.join(temporary.path, folders.phone) });
  const release = async (): Promise<void> => {
    await phone[Symbol.asyncDispose]();
    process.env['LOCALAPPDATA'] = before;
    // Who followed the files lets go of them a moment later; Windows keeps a folder with open files.
    await until(() => isRemoved(temporary), 'the folder to be removed');
  };
  try {
    const microsip = await MicroSip.connect({ executable: phone.executable });
    await microsip.hooks.install(options);
    const { only = hookKeys } = options;
    await microsip.settings.change((ini) => {
      for (const hook of hookKeys) if (!only.includes(hook)) ini.remove('Settings', hook);
    });
    await phone.start();
    const reader = new JournalReader(microsip.hooks.folder);
    await reader.history;
    return {
      phone,
      microsip,
      reader,
      [Symbol.asyncDispose]: async () => {
        await reader[Symbol.asyncDispose]();
        await microsip.dispose();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** What a phone gave its hooks, as a hook and its caller: the exact text of what the shell was handed. */
export function given(phone: StandIn): readonly (readonly [hook: string, caller: string])[] {
  return phone
    .records()
    .filter(({ what }) => what === 'hook')
    .map(({ key, parameters }) => {
      const before = ` "${String(key)} `;
      const text = String(parameters);
      return [String(key), text.slice(text.indexOf(before) + before.length)] as const;
    });
}

/** What the journal tells, as a hook and its caller. */
export function told(events: readonly HookEvent[]): readonly (readonly [hook: string, caller: string])[] {
  return events.map(({ hook, caller }) => [hook, caller] as const);
}

function isRemoved(folder: Disposable): boolean {
  try {
    folder[Symbol.dispose]();
    return true;
  } catch {
    return false;
  }
}
