import type { Diagnosis, Finding } from 'microsip-sdk';

import type { Localization } from '../localization.ts';
import { markdownLine } from '../markdown-line.ts';
import { markdownText } from '../markdown-text.ts';

/** A diagnosis to be read in the editor. Findings quote files, whose text is of unknown origin. */
export function diagnosisReport({ phone, findings, checked }: Diagnosis, l10n: Localization): string {
  const version = phone?.version ?? l10n.t('of unknown version');
  const title = phone?.backend === 'simulator' ? l10n.t('Simulated MicroSIP') : 'MicroSIP';
  return [
    `# ${title}${phone === undefined ? '' : ` ${markdownLine(version)}`}`,
    ...(phone === undefined
      ? []
      : [
          `- ${l10n.t('Program')}: ${markdownLine(phone.executable)}\n- ${l10n.t('Its files')}: ${markdownLine(phone.dataDirectory)}`,
        ]),
    findings.length === 0
      ? l10n.t('Nothing wrong was found; {0} things were looked for.', checked.length)
      : l10n.t('{0} findings; {1} things were looked for.', findings.length, checked.length),
    ...findings.map((finding) => findingSection(finding, l10n)),
    '',
  ].join('\n\n');
}

function findingSection({ code, severity, title, detail, remedy }: Finding, l10n: Localization): string {
  const words = { error: l10n.t('Error'), warning: l10n.t('Warning'), note: l10n.t('Note') };
  return [
    `## ${words[severity]}: ${markdownText(title)}`,
    markdownText(detail),
    `**${l10n.t('What to do')}:** ${markdownText(remedy)}`,
    `\`${code}\``,
  ].join('\n\n');
}
