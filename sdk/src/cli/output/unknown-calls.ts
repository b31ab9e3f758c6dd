import type { PhoneStatus } from '../../events/call-event.ts';
import { knowsCalls } from '../../events/phone-observer.ts';
import { noteRemarks } from './remarks.ts';
import type { Terminal } from './terminal.ts';

/** Says, where nothing tells of calls, how that is changed. */
export function noteUnknownCalls(terminal: Terminal, status: PhoneStatus): void {
  if (!knowsCalls(status)) {
    noteRemarks(terminal, [
      'What becomes of calls is not known: neither the log nor the event hooks are on; "microsip log enable" turns the log on.',
    ]);
  } else if (status.phone === 'unknown') {
    noteRemarks(terminal, [
      'The log is on, and tells nothing of the phone that runs: it may have been started before. "microsip log status" says more.',
    ]);
  }
}
