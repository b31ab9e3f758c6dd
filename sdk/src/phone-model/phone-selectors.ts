import type { PhoneCall } from './call/phone-call.ts';
import type { CommandLineContext } from './command-line/command-line-context.ts';
import type { PhoneState } from './phone-state.ts';

/** The calls that are not over. */
export function callsOf(state: PhoneState): readonly PhoneCall[] {
  return state.calls.filter((call) => call.state !== 'DISCONNECTED');
}

/** What the effect of a command line depends on, for `interpretCommandLine` and `explain`. */
export function commandLineContextOf(state: PhoneState): CommandLineContext {
  throw new Error(state.version);
}
