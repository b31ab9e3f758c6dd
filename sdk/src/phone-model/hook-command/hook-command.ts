/** A program start as the shell gets it. */
export interface HookCommand {
  readonly file: string;
  /** One text, not yet split into arguments. */
  readonly params: string;
}

/** Stands for the full path of the softphone itself. */
export const ownExecutable = '<own exe>';

/**
 * The program an event hook starts (facts C.3).
 *
 * @param value the hook's value, as `profileValue` returns it.
 * @param argument the caller or the called number; appended as it is.
 * @returns nothing when the value is empty. `file` is {@link ownExecutable} when the value holds blanks only.
 */
export function hookCommand(value: string, argument: string): HookCommand | undefined {
  throw new Error(`${value} ${argument}`);
}
