import type { CommandContribution } from './command-contribution.ts';

// Where nobody tells what the phone does, everything is offered: a command that is missing helps less than one that
// has nothing to do.
const unknown = 'microsip.phone == unknown';
const inCall = `microsip.inCall || ${unknown}`;
const incoming = `microsip.incoming || ${unknown}`;

/** Every command, by its name: `dial` is `microsip.dial`. The extension registers one handler for each. */
export const commands = {
  dial: {
    title: { en: 'Dial…', de: 'Wählen…' },
    icon: 'call-outgoing',
  },
  answer: {
    title: { en: 'Answer', de: 'Annehmen' },
    icon: 'call-incoming',
    enablement: incoming,
  },
  hangUp: {
    title: { en: 'Hang Up', de: 'Auflegen' },
    icon: 'debug-disconnect',
    enablement: inCall,
  },
} as const satisfies Readonly<Record<string, CommandContribution>>;

/** The name of a command, without `microsip.`. */
export type CommandName = keyof typeof commands;
