import type { HangupScope, PhoneAction } from '../../action/phone-action.ts';
import { MicroSipError } from '../../microsip-error.ts';
import { recipe } from '../../recipes/make-recipe.ts';
import type { RecipeLanguage } from '../../recipes/recipe.ts';
import { audioDevices, isAudioDeviceWord, type AudioDeviceWord } from '../audio-devices.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { noteRemarks } from '../output/remarks.ts';

/** What an action of a recipe is told besides its words, as for the command of the same name. */
export interface RecipeFlags {
  readonly scope?: HangupScope;
  readonly off?: true;
  readonly minimized?: true;
}

/** An action as it is said on the command line. */
export interface RecipeWords {
  readonly action: PhoneAction['type'];
  readonly words: readonly string[];
  readonly flags: RecipeFlags;
}

/** Prints a snippet: its text alone to stdout, so that it can go into a file, and what is worth knowing to stderr. */
export function printRecipe(
  { options, terminal }: CommandContext,
  language: RecipeLanguage,
  wanted: RecipeWords,
): CommandResult {
  const made = recipe(language, actionOf(wanted), {
    version: options.microsipVersion,
    executable: options.exe,
  });
  terminal.result(made, () => made.text.trimEnd());
  noteRemarks(terminal, made.notes);
  return Promise.resolve(undefined);
}

/** Which flags an action has; another one is a mistake, not something to pass over. */
const flagsOf: Readonly<Partial<Record<PhoneAction['type'], keyof RecipeFlags>>> = {
  hangup: 'scope',
  mute: 'off',
  start: 'minimized',
};

function actionOf({ action, flags, words }: RecipeWords): PhoneAction {
  for (const flag of Object.keys(flags)) {
    if (flag !== flagsOf[action]) throw wrong(`${action} does not take --${flag}.`);
  }
  const [first = '', second = ''] = words;
  switch (action) {
    case 'dial':
    case 'transfer':
      takes(action, words, ['a target']);
      return { type: action, target: first };
    case 'dtmf':
      takes(action, words, ['the digits']);
      return { type: action, digits: first };
    case 'account':
      takes(action, words, ['the number of an account']);
      if (!/^[0-9]{1,9}$/u.test(first)) throw wrong('An account is named by its number, from 1 on.');
      return { type: action, number: Number(first) };
    case 'mute':
      takes(action, words, ['a device']);
      return { type: action, device: audioDevices[deviceOf(first)], on: flags.off !== true };
    case 'volume':
      takes(action, words, ['a device', 'a direction']);
      if (second !== 'up' && second !== 'down') throw wrong('The direction of volume is up or down.');
      return { type: action, device: audioDevices[deviceOf(first)], direction: second };
    case 'hangup':
      takes(action, words, []);
      return { type: action, scope: flags.scope };
    case 'start':
      takes(action, words, []);
      return { type: action, minimized: flags.minimized };
    case 'answer':
    case 'reject':
    case 'hold':
    case 'minimize':
    case 'exit':
      takes(action, words, []);
      return { type: action };
  }
}

function takes(action: string, words: readonly string[], wanted: readonly string[]): void {
  if (words.length === wanted.length) return;
  const what = wanted.length === 0 ? 'nothing' : wanted.join(' and ');
  throw wrong(`${action} takes ${what}, each as one word; quote it if it has blanks.`);
}

function deviceOf(word: string): AudioDeviceWord {
  if (isAudioDeviceWord(word)) return word;
  throw wrong(`A device is ${Object.keys(audioDevices).join(' or ')}.`);
}

function wrong(message: string): MicroSipError {
  return new MicroSipError('INVALID_ARGUMENT', `${message} \`microsip recipe --help\` shows more.`);
}
