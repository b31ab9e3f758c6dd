import type { CommandId } from '../catalogue/command.ts';

/** A command of the kit, and the command of MicroSIP that it sends. */
export interface KitCommand {
  /** What follows `microsip`; an argument stands in angle brackets, as in the syntax of MicroSIP's command. */
  readonly command: string;
  readonly sends: CommandId;
}

/** How the kit says what MicroSIP's commands say; where it has several ways, the plainest comes first. */
export const kitCommands: readonly KitCommand[] = [
  { command: 'dial <number>', sends: 'dial' },
  { command: 'hangup', sends: 'hangup-all' },
  { command: 'hangup --scope calling', sends: 'hangup-calling' },
  { command: 'hangup --scope incoming', sends: 'hangup-incoming' },
  { command: 'answer', sends: 'answer' },
  { command: 'reject', sends: 'hangup-incoming' },
  { command: 'transfer <number>', sends: 'transfer' },
  { command: 'dtmf <digits>', sends: 'dtmf' },
  { command: 'hold', sends: 'msip-hold' },
  { command: 'mute mic', sends: 'msip-mic-mute' },
  { command: 'mute mic --off', sends: 'msip-mic-unmute' },
  { command: 'mute speaker', sends: 'msip-speaker-mute' },
  { command: 'mute speaker --off', sends: 'msip-speaker-unmute' },
  { command: 'volume mic up', sends: 'msip-mic-up' },
  { command: 'volume mic down', sends: 'msip-mic-down' },
  { command: 'volume speaker up', sends: 'msip-speaker-up' },
  { command: 'volume speaker down', sends: 'msip-speaker-down' },
  { command: 'account <N>', sends: 'account' },
  { command: 'start', sends: 'show-window' },
  { command: 'start --minimized', sends: 'minimized' },
  { command: 'minimize', sends: 'msip-minimize' },
  { command: 'exit', sends: 'exit' },
];

/** The commands of MicroSIP that only say in another way what these say. */
const synonyms: Readonly<Partial<Record<CommandId, CommandId>>> = {
  'msip-answer': 'answer',
  'msip-hangup-all': 'hangup-all',
  'msip-transfer': 'transfer',
};

/** The commands of the kit that send nothing. */
const silentCommands: ReadonlySet<string> = new Set([
  '--help',
  'status',
  'events',
  'log',
  'hooks',
  'doctor',
  'history',
  'contacts',
  'settings',
  'explain',
  'catalogue',
  'simulator',
]);

/** Whether the kit has the command of a line such as `microsip hangup --scope all`. */
export function isInKit(line: string): boolean {
  const [, name = ''] = line.split(' ');
  return silentCommands.has(name) || sentBy(name).length > 0;
}

/** The kit's plainest way of sending a command of MicroSIP; some it does not send at all. */
export function kitCommandFor(id: CommandId): KitCommand | undefined {
  const command = synonyms[id] ?? id;
  return (
    kitCommands.find(({ command: words, sends }) => sends === command && !words.includes('--')) ??
    kitCommands.find(({ sends }) => sends === command)
  );
}

/** All that a command of the kit may send, by the command's name, such as `hangup`. */
export function sentBy(name: string): readonly KitCommand[] {
  return kitCommands.filter(({ command }) => command.split(' ')[0] === name);
}
