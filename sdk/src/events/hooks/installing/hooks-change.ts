import type { ChangeOptions, SettingsChange } from '../../../settings/settings-change.ts';
import type { SettingsFile } from '../../../settings/settings-file.ts';
import type { HookChange } from './plan-hooks.ts';

/** How hooks are installed. */
export interface HookInstallOptions extends ChangeOptions {
  /** The Node.js that MicroSIP is to start; else the one of this process, in an editor the one on the PATH. */
  readonly node?: string | undefined;
  /** Bytes after which the journal begins a new file, 4,096 at least. Default: 1 MiB, some 8,000 events. */
  readonly segmentBytes?: number | undefined;
  /** Older files of the journal that are kept. Default: 16. */
  readonly keptSegments?: number | undefined;
}

/** What became of the hooks. */
export interface HooksChange extends SettingsChange {
  readonly hooks: readonly HookChange[];
}

/** Limits of looking. */
export interface HookReadOptions {
  readonly signal?: AbortSignal | undefined;
}

/** What hooks need of a phone's settings. */
export type HookSettings = Pick<SettingsFile, 'change' | 'read'>;
