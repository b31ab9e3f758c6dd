import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';

import { hookKeys, type HookKey } from '../../../catalogue/hook.ts';
import { hookNamed } from '../../../catalogue/hooks.ts';
import { supportIn } from '../../../catalogue/version.ts';
import type { IniDocument } from '../../../settings/ini-document.ts';
import { profileValue } from '../../../settings/profile-value.ts';
import type { HookEvent } from '../hook-event.ts';
import { phoneIdIn } from '../hook-folder.ts';
import { hookValue } from '../hook-value.ts';
import { absent, journalFiles } from '../journal/journal-files.ts';
import { JournalSource } from '../journal/journal-source.ts';
import { isProgram } from '../node-executable.ts';
import { isBatchFile, startsInterpreter } from '../own-command.ts';
import type { HookRecord } from './hook-record.ts';
import { textOf } from './plan-hooks.ts';
import { missingProgramFile } from './program-files.ts';

/**
 * What is in a hook:
 * - `installed`: the hook program
 * - `damaged`: the hook program, but not as it was installed; `microsip hooks install` mends it
 * - `dangling`: the hook program, but it or its Node.js is gone, and MicroSIP fails silently (facts C.3)
 * - `own`: a command of the user's
 * - `batch-file`: one of the user's that is a batch file, to which a caller can give commands (facts C.5)
 * - `none`: nothing
 */
export type HookState = 'installed' | 'damaged' | 'dangling' | 'own' | 'batch-file' | 'none';

/** One hook of a phone. */
export interface HookStatus {
  readonly hook: HookKey;
  readonly state: HookState;
  /** The value as MicroSIP reads it. */
  readonly value?: string;
  /** What the user had there before, and the hook program runs as well. */
  readonly runs?: string;
  /** What is wrong, and what to do. */
  readonly remark?: string;
}

/** The journal of a phone's hooks. */
export interface JournalStatus {
  /** The folder it lies in. */
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** The newest event. */
  readonly last?: HookEvent;
  /** Torn or foreign lines among the newest, which are passed over. */
  readonly skippedLines: number;
}

/** The hook program could not do its work. */
export interface HookFailures {
  readonly count: number;
  /** ISO 8601 time of the last one. */
  readonly at: string;
  readonly error: string;
}

/** The hooks of a phone. */
export interface HooksStatus {
  /** Whether every event that this version of MicroSIP tells reaches the journal. */
  readonly installed: boolean;
  readonly hooks: readonly HookStatus[];
  readonly journal: JournalStatus;
  readonly failures?: HookFailures;
}

/** What the hooks are held against. */
export interface StatusContext {
  readonly folder: string;
  readonly version: string;
  readonly record: HookRecord | undefined;
  /** Where the Node.js of the record lies, seen from here. */
  readonly nodeFile: string | undefined;
  /** Whether hooks can be changed from here; else their folder is on another system as well. */
  readonly changeable: boolean;
  /** The user's commands that the hook program runs. */
  readonly runs: (hook: HookKey) => string | undefined;
}

/** What is in each hook that this version has. */
export function hookStatuses(ini: IniDocument, context: StatusContext): readonly HookStatus[] {
  return hookKeys
    .filter((hook) => supportIn(hookNamed(hook).availability, context.version).support !== 'no')
    .map((hook) => hookStatus(hook, profileValue(textOf(ini, hook) ?? ''), context));
}

function hookStatus(
  hook: HookKey,
  value: string,
  { changeable, folder, nodeFile, record, runs }: StatusContext,
): HookStatus {
  if (value === '') return { hook, state: 'none' };
  const phoneId = phoneIdIn(value);
  if (phoneId === undefined) {
    if (isBatchFile(value)) return { hook, state: 'batch-file', value, remark: commandsTo('a batch file') };
    return { hook, state: 'own', value, ...(startsInterpreter(value) && { remark: commandsTo('a shell') }) };
  }
  if (!changeable) {
    const remark = 'its journal cannot be read from here; run "microsip hooks status" where they were set';
    return { hook, state: 'damaged', value, remark };
  }
  const install = 'run "microsip hooks install"';
  if (phoneId !== path.basename(folder)) {
    return { hook, state: 'damaged', value, remark: `it is the hook of another phone; ${install}` };
  }
  if (record === undefined || value !== hookValue(record, hook)) {
    return { hook, state: 'damaged', value, remark: `it is not as it was installed; ${install}` };
  }
  const isThere = nodeFile !== undefined && isProgram(nodeFile);
  const gone = isThere ? missingProgramFile(folder) : record.node;
  if (gone !== undefined) {
    return { hook, state: 'dangling', value, remark: `${gone} is gone; ${install}` };
  }
  const command = runs(hook);
  return { hook, state: 'installed', value, ...(command !== undefined && { runs: command }) };
}

function commandsTo(interpreter: string): string {
  return `a caller can give commands to ${interpreter} (facts C.5); "microsip hooks install" lets only harmless characters through`;
}

/** How much of a journal is there, and its newest event. */
export async function journalStatus(folder: string): Promise<JournalStatus> {
  const files = await journalFiles(folder);
  const source = new JournalSource(folder, { historyBytes: 65_536 });
  const last = (await source.history()).at(-1);
  return {
    folder,
    files: files.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    ...(last !== undefined && { last }),
    skippedLines: source.skippedLines,
  };
}

const failureSchema = v.object({ at: v.string(), error: v.string() });

/** What the hook program left behind where it failed. */
export async function readFailures(folder: string): Promise<HookFailures | undefined> {
  const file = path.join(folder, 'failures.jsonl');
  const text = await readFile(file, 'utf8').catch((error: unknown) => absent(error, ''));
  const failures = text.split('\n').flatMap((line) => parseFailure(line) ?? []);
  const last = failures.at(-1);
  return last === undefined ? undefined : { count: failures.length, ...last };
}

function parseFailure(line: string): { readonly at: string; readonly error: string } | undefined {
  if (line === '') return undefined;
  try {
    const found: unknown = JSON.parse(line);
    return v.is(failureSchema, found) ? found : undefined;
  } catch {
    return undefined;
  }
}
