import type {
  HookChange,
  HooksChange,
  HooksStatus,
  HookState,
  HookStatus,
  JournalStatus,
} from '../../events/hooks/hook-control.ts';
import { escapeForTerminal } from './terminal-text.ts';
import type { Terminal } from './terminal.ts';

const keyWidth = 'cmdCallAnswerVideo'.length;
const stateWidth = 'not written'.length;
const planWidth = 'would be installed'.length;

/** Of a hook that holds the hook program, be it broken. */
const ownStates: readonly HookState[] = ['installed', 'damaged', 'dangling'];

/** Says what would be done to the hooks. */
export function showHooksPlan(terminal: Terminal, hooks: readonly HookChange[]): void {
  terminal.result({ dryRun: true, hooks }, () => planText(terminal, hooks));
}

/** Says what was done to the hooks. */
export function showHooksChange(terminal: Terminal, change: HooksChange): void {
  terminal.result(change, () => changesText(terminal, change.hooks));
  if (change.backup !== undefined && !terminal.json) {
    terminal.note(`The settings as they were: ${escapeForTerminal(change.backup)}`);
  }
}

function planText(terminal: Terminal, hooks: readonly HookChange[]): string {
  return hooks
    .map((change) => {
      const { hook, outcome, remark, runs } = change;
      const isChanged = outcome === 'installed' || outcome === 'restored';
      const then =
        outcome === 'restored' ? `then ${restoredText(change)}` : runs && `would still run ${runs}`;
      return line(terminal, hook, isChanged ? `would be ${outcome}` : outcome, [then, remark], planWidth);
    })
    .join('\n');
}

function changesText(terminal: Terminal, hooks: readonly HookChange[]): string {
  return hooks
    .map((change) => {
      const { hook, outcome, remark, runs } = change;
      const now = outcome === 'restored' ? `now ${restoredText(change)}` : runs && `still runs ${runs}`;
      return line(terminal, hook, outcome, [now, remark]);
    })
    .join('\n');
}

function restoredText({ after }: HookChange): string {
  return after === undefined || after === '' ? 'empty' : after;
}

/** What is in each hook, and the journal. */
export function hooksStatusText(
  terminal: Terminal,
  { failures, hooks, installed, journal }: HooksStatus,
): string {
  const lines = hooks.map((hook) => line(terminal, hook.hook, hook.state, [detailOf(hook), hook.remark]));
  const isWritten = hooks.some(({ state }) => ownStates.includes(state));
  return [
    ...lines,
    isWritten
      ? line(terminal, 'journal', installed ? 'complete' : 'incomplete', [journalText(journal)])
      : line(terminal, 'journal', 'not written', [unwrittenText(journal)]),
    ...(failures === undefined
      ? []
      : [
          line(terminal, 'failures', String(failures.count), [
            `the hook program failed, last at ${failures.at}: ${failures.error}`,
          ]),
        ]),
  ].join('\n');
}

function unwrittenText(journal: JournalStatus): string {
  const hint = '`microsip hooks install` sets the hooks that write it';
  return journal.files === 0 ? hint : `${journalText(journal)}; ${hint}`;
}

function journalText({ bytes, files, folder, last, skippedLines }: JournalStatus): string {
  if (files === 0) return `nothing was heard of yet; it will lie in ${folder}`;
  return [
    `${bytes} bytes in ${folder}`,
    ...(last === undefined ? [] : [`last ${last.hook} ${JSON.stringify(last.caller)} at ${last.at}`]),
    ...(skippedLines === 0 ? [] : [`${skippedLines} damaged lines`]),
  ].join('; ');
}

function detailOf({ runs, state, value }: HookStatus): string | undefined {
  if (runs !== undefined) return `runs ${runs} as well`;
  return state === 'installed' ? undefined : value;
}

function line(
  terminal: Terminal,
  name: string,
  state: string,
  details: readonly (string | undefined)[],
  width = stateWidth,
): string {
  const text = details.filter((detail) => detail !== undefined && detail !== '').join(': ');
  return `${terminal.style('dim', name.padEnd(keyWidth))}  ${state.padEnd(width)}  ${escapeForTerminal(text)}`.trimEnd();
}
