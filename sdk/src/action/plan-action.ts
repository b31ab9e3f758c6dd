import type { CommandId } from '../catalogue/command.ts';
import { commandNamed } from '../catalogue/commands.ts';
import { newestVerifiedVersion } from '../catalogue/version.ts';
import { MicroSipError } from '../microsip-error.ts';
import { parseTarget } from '../target/parse-target.ts';
import { TargetRefusedError } from '../target/target-refused-error.ts';
import { requireCommand } from './command-support.ts';
import type { AudioDevice, HangupScope, PhoneAction } from './phone-action.ts';

/** What an action asks of MicroSIP. */
export interface ActionPlan {
  /** What MicroSIP gets, in this order, each by a start of its own; an empty text is a start without arguments. */
  readonly commandLines: readonly string[];
  /** Whether the action has a meaning only while a phone runs; sent to none, some of these would start one. */
  readonly needsRunningPhone: boolean;
  /** What is worth knowing before it is done, in sentences; often empty. */
  readonly remarks: readonly string[];
}

/**
 * Turns an action into MicroSIP's command lines, or refuses it. Pure: nothing is looked up, nothing is sent.
 *
 * @param action - what to ask of the phone
 * @param options - `version` of MicroSIP; without one the newest that was read is assumed
 * @throws MicroSipError `TARGET_REFUSED` when the target could become something else than a call,
 * `INVALID_ARGUMENT` for digits or account numbers that MicroSIP does not take, `UNSUPPORTED` when this
 * version cannot do it
 * @example
 * ```ts
 * planAction({ type: 'hangup', scope: 'all' }).commandLines; // ['/hangupincoming', '/hangupall']
 * ```
 */
export function planAction(
  action: PhoneAction,
  options: { readonly version?: string | undefined } = {},
): ActionPlan {
  const version = options.version ?? newestVerifiedVersion;
  const inCall = (...steps: readonly Step[]): ActionPlan => ({
    commandLines: steps.map(({ commandLine }) => commandLine),
    needsRunningPhone: true,
    remarks: [...new Set(steps.flatMap(({ remarks }) => remarks))],
  });
  switch (action.type) {
    case 'dial': {
      const { commandLine, warnings } = parseTarget(action.target, { version });
      const remarks = warnings.map(({ message }) => message);
      return { commandLines: [commandLine], needsRunningPhone: false, remarks };
    }
    case 'start': {
      const id = action.minimized === true ? 'minimized' : 'show-window';
      return { commandLines: [commandNamed(id).token], needsRunningPhone: false, remarks: [] };
    }
    case 'hangup':
      return inCall(...hangupSteps(action.scope, version));
    case 'reject':
      return inCall(...hangupSteps('incoming', version));
    case 'answer':
      return inCall(command('answer', version, 'answer'));
    case 'transfer':
      return inCall(transferStep(action.target, version));
    case 'dtmf':
      return inCall(dtmfStep(action.digits, version));
    case 'hold':
      return inCall(command('msip-hold', version, 'hold'));
    case 'mute':
      return inCall(muteStep(action.device, action.on, version));
    case 'volume':
      return inCall(command(volumeCommands[action.device][action.direction], version, 'change the volume'));
    case 'account':
      return inCall(accountStep(action.number, version));
    case 'minimize':
      return inCall(command('msip-minimize', version, 'hide its window'));
    case 'exit':
      return inCall(command('exit', version, 'exit'));
  }
}

/** One command line, and what is worth knowing about it. */
interface Step {
  readonly commandLine: string;
  readonly remarks: readonly string[];
}

function command(id: CommandId, version: string, purpose: string, argument = ''): Step {
  const remarks = requireCommand(id, version, purpose);
  return { commandLine: `${commandNamed(id).token}${argument}`, remarks };
}

function hangupSteps(scope: HangupScope | undefined, version: string): readonly Step[] {
  const refuseRinging = (): Step => command('hangup-incoming', version, 'refuse ringing calls');
  const endOwn = (): Step => command('hangup-all', version, 'hang up');
  switch (scope) {
    case 'incoming':
      return [refuseRinging()];
    case 'calling':
      return [command('hangup-calling', version, 'cancel its own dialling')];
    // There is no command for both: /hangupall leaves ringing calls alone (facts A.10).
    case 'all':
      return [refuseRinging(), endOwn()];
    case 'talking':
    case undefined:
      return [endOwn()];
  }
}

function transferStep(input: string, version: string): Step {
  const target = parseTarget(input, { version });
  if (target.dials.dtmf !== '') {
    throw new TargetRefusedError(
      'comma',
      'A transfer sends no keys after the answer: leave out the comma or the extension, and what follows it.',
    );
  }
  const { commandLine, remarks } = command('transfer', version, 'transfer calls', target.transferText);
  return { commandLine, remarks: [...remarks, ...target.warnings.map(({ message }) => message)] };
}

/** More keys than a person would press; a limit, so that no command line grows without end. */
const longestDigits = 256;
/** Facts A.8. */
const longestInBand = 16;

function dtmfStep(digits: string, version: string): Step {
  if (!/^[0-9*#A-Da-d]+$/u.test(digits) || digits.length > longestDigits) {
    throw new MicroSipError('INVALID_ARGUMENT', `${dtmfComplaint(digits)} Write 0-9, *, # and A-D only.`);
  }
  const step = command('dtmf', version, 'send DTMF', digits.toUpperCase());
  if (digits.length <= longestInBand) return step;
  const remark = `Where MicroSIP sends DTMF in-band, it plays only ${longestInBand} digits a command.`;
  return { ...step, remarks: [...step.remarks, remark] };
}

/** Facts A.8. */
function dtmfComplaint(digits: string): string {
  if (digits === '') return 'There are no digits to send.';
  if (digits.length > longestDigits) return `More than ${longestDigits} digits are not sent at once.`;
  if (digits.endsWith('?')) return 'MicroSIP shows digits with a "?" behind them instead of sending them.';
  if (digits.includes(',')) return 'A comma is no pause here; send what follows it by a command of its own.';
  return 'These are no DTMF digits.';
}

const muteCommands = {
  microphone: { on: 'msip-mic-mute', off: 'msip-mic-unmute' },
  speaker: { on: 'msip-speaker-mute', off: 'msip-speaker-unmute' },
} as const satisfies Record<AudioDevice, Record<'on' | 'off', CommandId>>;

const volumeCommands = {
  microphone: { up: 'msip-mic-up', down: 'msip-mic-down' },
  speaker: { up: 'msip-speaker-up', down: 'msip-speaker-down' },
} as const satisfies Record<AudioDevice, Record<'up' | 'down', CommandId>>;

function muteStep(device: AudioDevice, on: boolean, version: string): Step {
  const commands = muteCommands[device];
  const purpose = `set the mute of the ${device}`;
  // Where nothing unmutes, the command that mutes is a toggle (facts A.3), and what it did cannot be known.
  const remarks = requireCommand(commands.off, version, purpose);
  return { ...command(on ? commands.on : commands.off, version, purpose), remarks };
}

function accountStep(number: number, version: string): Step {
  // MicroSIP takes 0 for "no account given" and carries on with the current one (facts A.5).
  if (!Number.isSafeInteger(number) || number < 1 || number > 999) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${number} is no account: MicroSIP counts its accounts from 1. The local account cannot be chosen.`,
    );
  }
  return command('account', version, 'switch accounts', String(number));
}
