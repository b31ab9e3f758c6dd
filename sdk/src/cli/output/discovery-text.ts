import type { DiscoveryStep } from '../../installation/discovery/discovery-step.ts';
import { escapeForTerminal } from './terminal-text.ts';
import type { Terminal } from './terminal.ts';

/** Says where MicroSIP was looked for, and what was there. */
export function noteStep(terminal: Terminal, { looked, named, remark }: DiscoveryStep): void {
  const found = named.length === 0 ? 'nothing' : named.join(', ');
  const text = remark === undefined ? found : named.length === 0 ? remark : `${found} (${remark})`;
  terminal.note(terminal.styleNote('dim', escapeForTerminal(`looked at ${looked}: ${text}`)));
}
