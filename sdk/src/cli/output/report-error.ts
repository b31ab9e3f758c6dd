import { MicroSipError } from '../../microsip-error.ts';
import { exitCodeOf } from '../exit-code.ts';
import type { Terminal } from './terminal.ts';
import { escapeForTerminal } from './terminal-text.ts';

/**
 * Says what went wrong: with `--json` as one JSON value, `{"error":{"code":…,"message":…,"docsPath":…}}`, on stdout;
 * otherwise to people on stderr.
 *
 * @returns the exit code
 */
export function reportError(terminal: Terminal, thrown: unknown): number {
  const error = thrown instanceof MicroSipError ? thrown : unexpected(thrown);
  if (terminal.json) {
    terminal.result({ error }, () => '');
  } else {
    terminal.note(`${terminal.styleNote('red', 'microsip:')} ${escapedLines(error.message)}`);
  }
  if (terminal.verbose) {
    for (const cause of causes(thrown)) terminal.detail(escapedLines(cause.stack ?? String(cause)));
  }
  return exitCodeOf(error.code);
}

function unexpected(thrown: unknown): MicroSipError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new MicroSipError(
    'INTERNAL',
    `Something went wrong that should not have: ${message}. Run it again with --verbose to see where.`,
    { cause: thrown },
  );
}

/** The lines that the message itself has stay; they are indented, so that none of them looks like the command's own. */
function escapedLines(text: string): string {
  return text.split('\n').map(escapeForTerminal).join('\n  ');
}

function causes(thrown: unknown): readonly Error[] {
  return thrown instanceof Error ? [thrown, ...causes(thrown.cause)] : [];
}
