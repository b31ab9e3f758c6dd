import { recipeLanguages, type RecipeLanguage, type RecipeLanguageEntry } from 'microsip-sdk/recipes';

/** VS Code's names of the languages in which a snippet can be pasted, the one a snippet is opened in first. */
const documentLanguages: Readonly<Record<RecipeLanguage, readonly [string, ...string[]]>> = {
  python: ['python'],
  powershell: ['powershell'],
  cmd: ['bat'],
  node: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact'],
  csharp: ['csharp'],
  autohotkey: ['ahk2', 'ahk', 'autohotkey'],
  html: ['html', 'markdown', 'vue', 'svelte', 'razor', 'php'],
};

/** Every language there are snippets in, first that of the document the user is in. */
export function snippetLanguages(documentLanguage: string | undefined): readonly RecipeLanguageEntry[] {
  const isFirst = ({ id }: RecipeLanguageEntry): boolean =>
    documentLanguage !== undefined && documentLanguages[id].includes(documentLanguage);
  return [...recipeLanguages.filter(isFirst), ...recipeLanguages.filter((entry) => !isFirst(entry))];
}

/** The language of a document that holds a snippet, among those the editor knows. */
export function documentLanguageOf(language: RecipeLanguage, known: readonly string[]): string {
  return documentLanguages[language].find((name) => known.includes(name)) ?? 'plaintext';
}
