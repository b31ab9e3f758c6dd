import type { Delivery } from '../../channel/channel.ts';
import type { Installation } from '../../installation/installation.ts';
import { noteRemarks } from './remarks.ts';
import { escapeForTerminal } from './terminal-text.ts';
import type { Terminal } from './terminal.ts';

/** Says that a command was delivered, and what is worth knowing about it. */
export function showDelivery(terminal: Terminal, installation: Installation, delivery: Delivery): void {
  terminal.result({ delivered: true, ...delivery }, () => deliveryText(installation, delivery));
  noteDelivery(terminal, installation, delivery);
}

/** The notes that go with a delivery. */
export function noteDelivery(terminal: Terminal, installation: Installation, delivery: Delivery): void {
  noteRemarks(terminal, delivery.remarks);
  terminal.detail(
    `${phoneName(installation)} at ${escapeForTerminal(installation.executable)}, by ${wayOf(delivery)}, ` +
      `in ${delivery.elapsedMs.toFixed(0)} ms`,
  );
}

function wayOf({ channel, channelReason }: Delivery): string {
  if (channel === 'window-message') return 'a message to its window';
  return channelReason === undefined ? 'the launcher' : `the launcher (${escapeForTerminal(channelReason)})`;
}

/** Delivered is all that is known: MicroSIP gives no answer. */
export function deliveryText(installation: Installation, delivery: Delivery): string {
  const sent = delivery.commandLines.filter((line) => line !== '').map((line) => escapeForTerminal(line));
  const started = delivery.started ? ', which this started' : '';
  return sent.length === 0
    ? `Started without a command: ${phoneName(installation)}${started}.`
    : `Sent to ${phoneName(installation)}${started}: ${sent.join(', then ')}`;
}

function phoneName({ backend, version }: Installation): string {
  const name = backend === 'simulator' ? 'the simulated MicroSIP' : 'MicroSIP';
  return version === undefined ? name : `${name} ${version}`;
}
