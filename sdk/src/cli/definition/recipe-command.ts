import { Argument, Option, type Command } from 'commander';

import type { PhoneAction } from '../../action/phone-action.ts';
import { recipeActions, recipeLanguages } from '../../recipes/recipe-languages.ts';
import type { RecipeLanguage } from '../../recipes/recipe.ts';
import type { RecipeFlags } from '../commands/recipe.ts';
import { hangupScopes } from '../hangup-scopes.ts';
import type { Perform } from '../perform.ts';

/** The command that prints a snippet for another language. */
export function defineRecipeCommand(program: Command, perform: Perform): void {
  program.commandsGroup('Knowledge:');
  program
    .command('recipe')
    .description('A snippet to copy, in another language, that asks something of MicroSIP')
    .addArgument(new Argument('<language>').choices(recipeLanguages.map(({ id }) => id)))
    .addArgument(new Argument('<action>', 'a command of this kit').choices(recipeActions))
    .argument('[words...]', 'what that command takes: a target, digits, a device, the number of an account')
    .addOption(new Option('--scope <calls>', 'of hangup: which calls').choices(hangupScopes))
    .option('--off', 'of mute: unmute')
    .option('--minimized', 'of start: start it in the tray')
    .action(
      (
        language: RecipeLanguage,
        action: PhoneAction['type'],
        words: readonly string[],
        flags: RecipeFlags,
        command: Command,
      ) =>
        perform(command, async (context) => {
          const { printRecipe } = await import('../commands/recipe.ts');
          return printRecipe(context, language, { action, words, flags });
        }),
    );
}
