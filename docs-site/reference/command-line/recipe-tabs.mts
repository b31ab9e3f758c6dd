import type { PhoneAction } from 'microsip-sdk';
import { recipe, recipeLanguages, type RecipeLanguage } from 'microsip-sdk/recipes';

import { blocks, codeBlock, list, text } from '../markdown.mts';

/** What the highlighter calls the languages. */
const highlighted: Readonly<Record<RecipeLanguage, string>> = {
  python: 'python',
  powershell: 'powershell',
  cmd: 'batch',
  node: 'js',
  csharp: 'csharp',
  autohotkey: 'autohotkey',
  html: 'html',
};

/** What a page has to import for its tabs (MDX). */
export const tabImports = "import TabItem from '@theme/TabItem';\nimport Tabs from '@theme/Tabs';";

/** A recipe in every language that can say it, one tab each; the page keeps to the language that was chosen last. */
export function recipeTabs(action: PhoneAction): string {
  const tabs = recipeLanguages
    .filter(({ actions }) => actions.includes(action.type))
    .map(({ id, needs, title }) => {
      const { fileName, notes, text: snippet } = recipe(id, action);
      return blocks(
        `<TabItem value=${JSON.stringify(id)} label=${JSON.stringify(title)}>`,
        codeBlock(highlighted[id], snippet, fileName),
        list([`Needs ${text(needs)}.`, ...notes.map((note) => text(note))]),
        '</TabItem>',
      );
    });
  return blocks('<Tabs groupId="language" queryString="language">', ...tabs, '</Tabs>');
}
