import type { LogStatus } from '../../events/log/log-control.ts';
import { escapeForTerminal } from './terminal-text.ts';
import type { Terminal } from './terminal.ts';

const megabyte = 1024 * 1024;

/** How it stands with the log, as aligned lines. */
export function logStatusText(terminal: Terminal, status: LogStatus): string {
  const { enabled, path, present, running, size = 0, writtenAt, written } = status;
  const line = (label: string, text: string): string => `${terminal.style('dim', label.padEnd(7))}  ${text}`;
  const writer = { true: 'writes it', false: 'does not write it', unknown: 'may write it' }[`${written}`];
  const phone = {
    true: `MicroSIP runs, and ${writer}`,
    false: 'MicroSIP does not run',
    unknown: 'whether MicroSIP runs cannot be found out',
  }[`${running}`];
  return [
    line('log', enabled ? terminal.style('green', 'on') : 'off'),
    line(
      'file',
      present
        ? `${escapeForTerminal(path)}, ${(size / megabyte).toFixed(1)} MB, written ${writtenAt ?? ''}`
        : `${escapeForTerminal(path)}, which is not there`,
    ),
    line('phone', phone),
  ].join('\n');
}
