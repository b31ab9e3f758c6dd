import type { CallState } from 'microsip-sdk';

import { callerWords, nameWords, shortCallerWords } from '../known-callers.ts';
import type { Localization } from '../localization.ts';
import { remoteText } from '../remote-text.ts';
import { callWords } from '../status-bar/call-words.ts';
import { hoverLength, joined } from './face-texts.ts';
import { isOnHold } from '../status-bar/on-hold.ts';
import type { NodeFace, NodeIcon } from './view-node.ts';

/**
 * A call in the view Calls.
 *
 * @param contact - the name that the user's own contacts have for the other side
 */
export function callFace(call: CallState, l10n: Localization, contact?: string): NodeFace {
  return {
    label: shortCallerWords(call, l10n, contact),
    description: stateWords(call, l10n),
    icon: callIcon(call),
    tooltip: tooltipOf(call, l10n, contact),
    spoken: callWords(call, l10n, callerWords(call, l10n, contact)),
    kind: `call.${call.state === 'held' && !isOnHold(call) ? 'held-by-remote' : call.state}`,
  };
}

function stateWords(call: CallState, l10n: Localization): string {
  switch (call.state) {
    case 'calling':
      return l10n.t('calling');
    case 'ringing':
      return l10n.t('ringing');
    case 'incoming':
      return l10n.t('rings in');
    case 'active':
      return l10n.t('in call');
    case 'held':
      return call.heldBy === 'remote' ? l10n.t('held by the other side') : l10n.t('on hold');
    case 'ended':
      return l10n.t('ended');
  }
}

function callIcon({ direction, state }: CallState): NodeIcon {
  switch (state) {
    case 'incoming':
      return { name: 'bell-dot', color: 'charts.orange' };
    case 'active':
      return { name: `call-${direction}`, color: 'charts.green' };
    case 'held':
      return { name: 'debug-pause', color: 'charts.yellow' };
    case 'ringing':
      return { name: 'bell' };
    case 'calling':
    case 'ended':
      return { name: `call-${direction}` };
  }
}

function tooltipOf(call: CallState, l10n: Localization, contact: string | undefined): readonly string[] {
  const [number = '', uri = ''] = [call.number, call.uri].map((text) => remoteText(text ?? '', hoverLength));
  const names = nameWords(call, contact, l10n, hoverLength);
  const known = [number, ...names, uri].filter((text) => text !== '');
  const direction = call.direction === 'incoming' ? l10n.t('Incoming call') : l10n.t('Outgoing call');
  return [...new Set(known), joined(direction, stateWords(call, l10n))];
}
