import { escapeForTerminal } from './terminal-text.ts';
import type { Terminal } from './terminal.ts';

/** Says what is worth knowing about a command; with `--json` it stands in the result. */
export function noteRemarks(terminal: Terminal, remarks: readonly string[]): void {
  if (terminal.json) return;
  for (const remark of remarks) {
    terminal.note(`${terminal.styleNote('yellow', 'note:')} ${escapeForTerminal(remark)}`);
  }
}
