import { commandLink, dialLink } from '../dialling/dial-request.ts';
import { numberWords } from '../dialling/dial-question.ts';
import { dialledText } from '../dialling/dialled-text.ts';
import { markdownLine } from '../markdown-line.ts';
import type { Localization } from '../localization.ts';
import type { Dialable } from '../numbers/dialable.ts';
import type { NumberOrigin } from '../numbers/number-origin.ts';

/** Copies a number; internal, as only a hover has something to copy. */
export const copyNumberCommand = '_microsip.copyNumber';

/**
 * What a hover tells of a number or a link: what is dialled, whose number that is, and what can be done with it.
 * Nothing in it but its own links is a mark of Markdown.
 *
 * @param origin - whose number it is, where that is known
 */
export function hoverMarkdown(
  { text, check }: Dialable,
  origin: NumberOrigin | undefined,
  l10n: Localization,
): string {
  if (!check.ok) {
    return `$(circle-slash) ${plain(check.error.message)}`;
  }
  const { target } = check;
  const dialled = dialledText(target);
  const copied = origin?.international ?? dialled;
  return [
    ...(origin === undefined ? [] : [`**${plain(numberWords(origin))}**`]),
    `$(call-outgoing) ${plain(l10n.t('MicroSIP dials {0}', dialled))}`,
    ...target.warnings.map(({ message }) => `$(warning) ${plain(message)}`),
    [
      `[${plain(l10n.t('Dial'))}](${dialLink({ text, origin: 'document' })})`,
      `[${plain(l10n.t('Copy {0}', copied))}](${commandLink(copyNumberCommand, copied)})`,
    ].join(' | '),
  ].join('\n\n');
}

/** A message may quote what is written, in which `$(…)` would be an icon. */
function plain(text: string): string {
  return markdownLine(text.replaceAll('$(', '$ ('));
}
