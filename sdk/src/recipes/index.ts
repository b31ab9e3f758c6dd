export { recipe } from './make-recipe.ts';
export { recipeActions, recipeLanguages } from './recipe-languages.ts';
export type { RecipeLanguageEntry } from './recipe-languages.ts';
export type { Recipe, RecipeLanguage, RecipeOptions } from './recipe.ts';
