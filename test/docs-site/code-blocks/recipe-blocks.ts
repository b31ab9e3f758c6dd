import type { PhoneAction } from '../../../sdk/src/action/phone-action.ts';
import { recipe, recipeLanguages, type RecipeLanguage } from '../../../sdk/src/recipes/index.ts';
import { sdkCalls } from '../../../docs-site/reference/command-line/sdk-calls.mts';
import { everyAction } from '../../sdk/recipes/every-action.ts';
import type { Example } from './pages.ts';

/** What a page calls the languages of recipes. */
const languages: Readonly<Record<string, RecipeLanguage>> = {
  python: 'python',
  powershell: 'powershell',
  batch: 'cmd',
  js: 'node',
  csharp: 'csharp',
  autohotkey: 'autohotkey',
  html: 'html',
};

/** The same but for what is dialled, sent or chosen: the tests of the recipes run one of each kind. */
function kindOf(action: PhoneAction): string {
  return JSON.stringify(action, (key, value: unknown) =>
    ['target', 'digits', 'number', 'device', 'direction', 'on'].includes(key) ? '' : value,
  );
}

/** Whether a block is, letter by letter, a recipe of a kind that the tests of the recipes run or read. */
export function isTestedRecipe({ block }: Example): boolean {
  const language = languages[block.language];
  const { actions = [] } = recipeLanguages.find(({ id }) => id === language) ?? {};
  if (language === undefined) return false;
  const tested = new Set(everyAction.map(kindOf));
  return Object.values(sdkCalls)
    .flatMap((call) => ('action' in call ? [call.action] : []))
    .filter((action) => actions.includes(action.type) && tested.has(kindOf(action)))
    .some((action) => recipe(language, action).text.replaceAll('\r\n', '\n') === block.text);
}
