import type { RecipeLanguageEntry, Recipe } from 'microsip-sdk/recipes';

import type { Localization } from '../../localization.ts';
import { markdownLine } from '../../markdown-line.ts';
import { markdownText } from '../../markdown-text.ts';

/** What is worth knowing before a snippet is used, to be read in the editor. */
export function snippetNotes(
  { fileName, notes }: Pick<Recipe, 'fileName' | 'notes'>,
  { needs }: Pick<RecipeLanguageEntry, 'needs'>,
  l10n: Localization,
): string {
  return [
    `# ${markdownLine(fileName)}`,
    markdownLine(l10n.t('It needs {0}.', needs)),
    notes.map((note) => `- ${markdownText(note)}`).join('\n'),
    '',
  ].join('\n\n');
}
