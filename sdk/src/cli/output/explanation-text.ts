import { assumptionTexts } from '../../explanation/assumptions.ts';
import { adviceText, headline, steps } from '../../explanation/explanation-text.ts';
import type { Explanation } from '../../explanation/explanation.ts';
import type { Terminal } from './terminal.ts';
import { escapeForTerminal } from './terminal-text.ts';

/** An explanation for the terminal: the sentence that answers, then why, then what to write instead. */
export function explanationText(terminal: Terminal, explanation: Explanation): string {
  const { version, behaviourOf, assumptions, warnings, advice } = explanation;
  const heading = (text: string): string => terminal.style('cyan', text);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', heading(title), ...lines.map((line) => `  ${line}`)];
  const mistaken = advice.some(({ command }) => command !== 'dial') && explanation.outcome !== 'command';

  return [
    terminal.style('bold', escapeForTerminal(headline(explanation))),
    terminal.style('dim', `Taken for granted: ${assumptionTexts(assumptions).join(', ')}.`),
    ...(version === behaviourOf
      ? []
      : [terminal.style('dim', `MicroSIP ${version} was not read; ${behaviourOf} stands for it.`)]),
    ...section(
      'What happens',
      steps(explanation).map((step, index) => `${index + 1}. ${escapeForTerminal(step)}`),
    ),
    ...section(
      'Worth knowing',
      warnings.map(({ text, facts }) => `- ${text} ${terminal.style('dim', `[${facts}]`)}`),
    ),
    ...section(
      mistaken ? 'You probably mean' : 'With the kit',
      advice.map((one) => `- ${escapeForTerminal(adviceText(one))}`),
    ),
  ].join('\n');
}
