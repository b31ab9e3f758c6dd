/**
 * What MicroSIP would really do with a command line, in words, and the right way to say what was meant. Runs in a
 * browser.
 *
 * @module microsip-sdk/explanation
 */
export { assumptionTexts, usualAssumptions } from './assumptions.ts';
export type { Assumptions } from './assumptions.ts';
export { effectText } from './effect-text.ts';
export { explainCommandLine } from './explain-command-line.ts';
export type { ExplainOptions } from './explain-command-line.ts';
export { adviceText, headline, steps } from './explanation-text.ts';
export type { Advice, Explanation, Outcome, Warning } from './explanation.ts';
export { kitCommandFor, kitCommands } from './kit-command.ts';
export type { KitCommand } from './kit-command.ts';
export { rawCommandLine } from './raw-command-line.ts';
export type { RawCommandLine } from './raw-command-line.ts';
