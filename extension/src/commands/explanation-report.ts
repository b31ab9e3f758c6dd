import { markedText } from 'microsip-sdk/catalogue';
import {
  adviceText,
  assumptionTexts,
  explainCommandLine,
  headline,
  rawCommandLine,
  steps,
} from 'microsip-sdk/explanation';

import type { Localization } from '../localization.ts';
import { markdownLine } from '../markdown-line.ts';
import { markdownText } from '../markdown-text.ts';

/** What MicroSIP makes of a command line, to be read in the editor. It quotes the line, which may be copied from anywhere. */
export function explanationReport(commandLine: string, l10n: Localization): string {
  const explanation = explainCommandLine(rawCommandLine([commandLine]).tail);
  const { warnings, advice, assumptions, behaviourOf } = explanation;
  return [
    `# ${markdownLine(headline(explanation))}`,
    ...section(l10n.t('What happens'), steps(explanation), '1.'),
    ...section(l10n.t('Worth knowing'), warnings.map(markedText)),
    ...section(l10n.t('What was probably meant'), advice.map(adviceText)),
    l10n.t(
      'MicroSIP {0}, taken that {1}.',
      behaviourOf,
      markdownLine(assumptionTexts(assumptions).join(', ')),
    ),
    '',
  ].join('\n\n');
}

function section(title: string, texts: readonly string[], mark = '-'): string[] {
  if (texts.length === 0) return [];
  return [`## ${title}`, texts.map((text) => `${mark} ${markdownText(text)}`).join('\n')];
}
