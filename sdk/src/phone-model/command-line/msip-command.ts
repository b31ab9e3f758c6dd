import type { CommandEffect } from '../command-effect.ts';
import type { CommandLineContext } from './command-line-context.ts';
import type { KnownCommand } from './known-command.ts';
import { transfer } from './transfer.ts';

/** The effects of a command that begins with `msip:` (facts A.3). */
export function msipEffects(
  context: CommandLineContext,
  { id, argument }: KnownCommand,
): readonly CommandEffect[] {
  switch (id) {
    case 'msip-minimize':
      return [{ do: 'hideWindow' }];
    case 'msip-answer':
      return [{ do: 'answer' }];
    case 'msip-hangup-all':
      return [{ do: 'hangupAllExceptIncoming' }];
    case 'msip-hold':
      return [{ do: 'hold', hasCall: context.selectedCall !== undefined }];
    case 'msip-transfer':
      return transfer(context, argument);
    case 'msip-mic-mute':
      return [mute(context, 'mic')];
    case 'msip-speaker-mute':
      return [mute(context, 'speaker')];
    case 'msip-mic-unmute':
      return [{ do: 'mute', device: 'mic', on: false }];
    case 'msip-speaker-unmute':
      return [{ do: 'mute', device: 'speaker', on: false }];
    case 'msip-mic-mute-click':
      return [{ do: 'muteToggle', device: 'mic' }];
    case 'msip-speaker-mute-click':
      return [{ do: 'muteToggle', device: 'speaker' }];
    case 'msip-mic-up':
      return [{ do: 'volume', device: 'mic', dir: 'up' }];
    case 'msip-mic-down':
      return [{ do: 'volume', device: 'mic', dir: 'down' }];
    case 'msip-speaker-up':
      return [{ do: 'volume', device: 'speaker', dir: 'up' }];
    case 'msip-speaker-down':
      return [{ do: 'volume', device: 'speaker', dir: 'down' }];
    default:
      throw new RangeError(`The phone model does not know what "${id}" does.`);
  }
}

/** 3.20.5 has the toggle only, under the name of what mutes later on. */
function mute({ version }: CommandLineContext, device: 'mic' | 'speaker'): CommandEffect {
  return version === '3.20.5' ? { do: 'muteToggle', device } : { do: 'mute', device, on: true };
}
