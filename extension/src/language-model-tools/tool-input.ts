import { MicroSipError } from 'microsip-sdk';

/**
 * A text that a tool was given.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` in words for a language model
 */
export function textInput(input: unknown, name: string): string {
  const value = inputNamed(input, name);
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new MicroSipError('INVALID_ARGUMENT', `The input "${name}" must be a text that is not empty.`);
}

/**
 * One of a few words that a tool was given; nothing when it was given none.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` in words for a language model
 */
export function choiceInput<Choice extends string>(
  input: unknown,
  name: string,
  choices: readonly Choice[],
): Choice | undefined {
  const value = inputNamed(input, name);
  const choice = choices.find((known) => known === value);
  if (choice !== undefined || value === undefined) return choice;
  throw new MicroSipError('INVALID_ARGUMENT', `The input "${name}" must be one of: ${choices.join(', ')}.`);
}

function inputNamed(input: unknown, name: string): unknown {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, name)) return undefined;
  return (input as Readonly<Record<string, unknown>>)[name];
}
