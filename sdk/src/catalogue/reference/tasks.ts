import type { CommandId } from '../command.ts';

/** What people want, and the commands that do it. */
export interface Task {
  readonly want: string;
  /** In this order; empty where no command line does it. */
  readonly commands: readonly CommandId[];
  readonly remark?: string;
}

/** From what is wanted to what is said (facts A.10). */
export const tasks: readonly Task[] = [
  { want: 'Dial', commands: ['dial'] },
  { want: 'Answer', commands: ['answer'] },
  { want: 'Reject a ringing call', commands: ['hangup-incoming'], remark: '3.20.5 cannot.' },
  { want: 'Hang up what I talk in and what I dial', commands: ['hangup-all'] },
  { want: 'Cancel only what I dial', commands: ['hangup-calling'] },
  {
    want: 'Hang up everything',
    commands: ['hangup-incoming', 'hangup-all'],
    remark: 'Two starts, at least 300 ms apart.',
  },
  { want: 'Hold', commands: ['msip-hold'], remark: 'A toggle.' },
  {
    want: 'Mute',
    commands: ['msip-mic-mute', 'msip-mic-unmute'],
    remark: 'From 3.21.6 on; 3.20.5 only toggles.',
  },
  { want: 'Send digits', commands: ['dtmf'] },
  { want: 'Transfer without consultation', commands: ['transfer'] },
  { want: 'Switch the account', commands: ['account'] },
  { want: 'Hide the window', commands: ['msip-minimize'] },
  { want: 'Start hidden', commands: ['minimized'] },
  { want: 'End the program', commands: ['exit'] },
  { want: 'Turn do-not-disturb on or off', commands: [] },
  { want: 'Turn automatic answering on or off', commands: [] },
  { want: 'Record', commands: [] },
  { want: 'Start a conference', commands: [] },
  { want: 'Transfer with consultation', commands: [] },
  { want: 'Ask for the state', commands: [], remark: 'Hooks, call history and log tell it.' },
];
