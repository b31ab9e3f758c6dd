import type { CallState } from 'microsip-sdk';

import type { EntryActionName } from './entry-action-name.ts';
import { isOnHold } from '../status-bar/on-hold.ts';
import type { Subject } from './view-node.ts';

/** What can be done with an entry of a view, the likeliest first. */
export function entryActions(
  subject: Subject,
  isDialable: (number: string) => boolean,
): readonly EntryActionName[] {
  switch (subject.type) {
    case 'call':
      return callActions(subject.call);
    case 'record':
      return isDialable(subject.record.number) ? ['dialEntry', 'copyNumber'] : ['copyNumber'];
    case 'contact':
      return subject.contact.source === 'workspace'
        ? ['dialEntry', 'copyNumber', 'openContactsFile']
        : ['dialEntry', 'copyNumber'];
    case 'problems':
      return ['openContactsFile'];
    case 'group':
      return [];
  }
}

function callActions(call: CallState): readonly EntryActionName[] {
  switch (call.state) {
    case 'incoming':
      return ['answerCall', 'rejectCall', 'copyNumber'];
    case 'active':
      return ['hangUpCall', 'holdCall', 'copyNumber'];
    case 'held':
      return isOnHold(call)
        ? ['resumeCall', 'hangUpCall', 'copyNumber']
        : ['hangUpCall', 'holdCall', 'copyNumber'];
    case 'calling':
    case 'ringing':
      return ['hangUpCall', 'copyNumber'];
    case 'ended':
      return ['copyNumber'];
  }
}
