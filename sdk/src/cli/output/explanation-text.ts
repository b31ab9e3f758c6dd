import { markedText } from '../../catalogue/provenance.ts';
import { assumptionTexts } from '../../explanation/assumptions.ts';
import { adviceText, headline, steps } from '../../explanation/explanation-text.ts';
import type { Explanation } from '../../explanation/explanation.ts';
import type { Terminal } from './terminal.ts';
import { escapeForTerminal } from './terminal-text.ts';

/** What several versions do with one command line; versions that do the same are told together. */
export function comparisonText(terminal: Terminal, explanations: readonly Explanation[]): string {
  const groups = new Map<string, { readonly explanation: Explanation; readonly versions: string[] }>();
  for (const explanation of explanations) {
    const { version, behaviourOf, ...answer } = explanation;
    const same = JSON.stringify(answer);
    const group = groups.get(same);
    if (group === undefined) groups.set(same, { explanation, versions: [behaviourOf] });
    else group.versions.push(version);
  }
  return [...groups.values()]
    .map(({ explanation, versions }) =>
      explanationText(terminal, explanation, `MicroSIP ${versions.join(', ')}`),
    )
    .join('\n\n');
}

/** An explanation for the terminal: the sentence that answers, then why, then what to write instead. */
export function explanationText(terminal: Terminal, explanation: Explanation, microSip?: string): string {
  const { version, behaviourOf, assumptions, misunderstood, warnings, advice } = explanation;
  const heading = (text: string): string => terminal.style('cyan', text);
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', heading(title), ...lines.map((line) => `  ${line}`)];

  return [
    terminal.style('bold', escapeForTerminal(headline(explanation, microSip))),
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
      warnings.map((one) => `- ${markedText(one)} ${terminal.style('dim', `[${one.facts}]`)}`),
    ),
    ...section(
      misunderstood ? 'You probably mean' : 'With the kit',
      advice.map((one) => `- ${escapeForTerminal(adviceText(one))}`),
    ),
  ].join('\n');
}
