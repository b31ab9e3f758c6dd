import type { VerifiedVersion } from '../../sdk/src/catalogue/version.ts';
import type { CommandEffect } from '../../sdk/src/phone-model/command-effect.ts';
import { interpretCommandLine } from '../../sdk/src/phone-model/command-line/interpret-command-line.ts';
import { vectorContext, type VectorSettings } from './vectors.ts';

/** What a running phone of a version does with a command line; account 1 is `1001@pbx.test`, 2 is at `two.test`. */
export function effectsOf(
  version: VerifiedVersion,
  tail: string,
  settings: VectorSettings = {},
): readonly CommandEffect[] {
  return interpretCommandLine(vectorContext(version, settings), tail);
}

/** What the phone does when it is not running yet. */
export function effectsOfFirstStart(
  version: VerifiedVersion,
  tail: string,
  settings: VectorSettings = {},
): readonly CommandEffect[] {
  return interpretCommandLine(vectorContext(version, settings, false), tail);
}

/** The effects of dialling: the window comes up, the number is remembered, the call goes out. */
export function dialling(number: string, uri: string): readonly CommandEffect[] {
  return [{ do: 'raise' }, { do: 'dialedAdd', number }, { do: 'call', number, uri }];
}

/** The effects of a number that makes no address: the modal error, after the number was remembered. */
export function refusal(number: string): readonly CommandEffect[] {
  return [{ do: 'raise' }, { do: 'dialedAdd', number }, { do: 'error', code: 'invalidUri' }];
}

/** The effects of a chat message. */
export function messaging(number: string, text: string, uri: string): readonly CommandEffect[] {
  return [{ do: 'raise' }, { do: 'message', number, text, uri }];
}
