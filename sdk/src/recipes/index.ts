/**
 * Snippets that trigger MicroSIP, to copy: Python, PowerShell, cmd, Node.js, C#, AutoHotkey and an HTML link. Runs in a
 * browser.
 *
 * @module microsip-sdk/recipes
 */
export { recipe } from './make-recipe.ts';
export { recipeActions, recipeLanguages } from './recipe-languages.ts';
export type { RecipeLanguageEntry } from './recipe-languages.ts';
export type { Recipe, RecipeLanguage, RecipeOptions } from './recipe.ts';
