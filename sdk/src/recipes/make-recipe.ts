import type { PhoneAction } from '../action/phone-action.ts';
import { MicroSipError } from '../microsip-error.ts';
import { htmlLink } from './html-link.ts';
import { autohotkeyProgram } from './programs/autohotkey-program.ts';
import { batchProgram } from './programs/batch-program.ts';
import { csharpProgram } from './programs/csharp-program.ts';
import { nodeProgram } from './programs/node-program.ts';
import { powershellProgram } from './programs/powershell-program.ts';
import { pythonProgram } from './programs/python-program.ts';
import { recipeLanguages } from './recipe-languages.ts';
import type { Recipe, RecipeLanguage, RecipeOptions } from './recipe.ts';
import { recipeVersion, snippetOf } from './snippet-of.ts';
import type { Snippet } from './snippet.ts';

type ProgramLanguage = Exclude<RecipeLanguage, 'html'>;

const programs: Readonly<Record<ProgramLanguage, (snippet: Snippet) => string>> = {
  python: pythonProgram,
  powershell: powershellProgram,
  cmd: batchProgram,
  node: nodeProgram,
  csharp: csharpProgram,
  autohotkey: autohotkeyProgram,
};

const fileEndings: Readonly<Record<RecipeLanguage, string>> = {
  python: '.py',
  powershell: '.ps1',
  cmd: '.cmd',
  node: '.mjs',
  csharp: '.cs',
  autohotkey: '.ahk',
  html: '.html',
};

/**
 * Makes a snippet that asks something of the phone: a complete program that finds `microsip.exe` where it runs, checks
 * what it sends, starts it without a shell, waits with a time limit and says what went wrong; or a link.
 *
 * What MicroSIP gets is what `planAction` says for this version, so the same traps are refused.
 *
 * @param language - the language of the snippet
 * @param action - what to ask of the phone; a number or address is checked here, and again where the program runs
 * @param options - MicroSIP's version and path
 * @throws MicroSipError `TARGET_REFUSED`, `INVALID_ARGUMENT` and `UNSUPPORTED` as `planAction`; `INVALID_ARGUMENT` for
 * what this language cannot say safely; `UNSUPPORTED` for an action that there is no recipe of in this language
 * @example
 * ```ts
 * const { text, fileName } = recipe('python', { type: 'dial', target: '+1 (415) 555-2671' });
 * ```
 */
export function recipe(language: RecipeLanguage, action: PhoneAction, options: RecipeOptions = {}): Recipe {
  const entry = recipeLanguages.find(({ id }) => id === language);
  if (!entry?.actions.includes(action.type)) {
    throw new MicroSipError(
      'UNSUPPORTED',
      language === 'html'
        ? 'A link can only place a call. Take a recipe in another language.'
        : `There are no recipes in “${language}”; there are some in ${recipeLanguages.map(({ id }) => id).join(', ')}.`,
    );
  }
  const fileName = `microsip-${action.type}${fileEndings[language]}`;
  if (language === 'html') {
    const target = action.type === 'dial' ? action.target : '';
    const { text, remarks } = htmlLink(target, recipeVersion(options));
    return { language, fileName, text, notes: [...remarks, ...linkNotes] };
  }
  const { snippet, remarks } = snippetOf(action, options);
  return {
    language,
    fileName,
    text: programs[language](snippet),
    notes: [...remarks, ...programNotes(language, snippet)],
  };
}

function programNotes(language: ProgramLanguage, { input }: Snippet): readonly string[] {
  return [
    'MicroSIP gives no answer: that it took the command does not mean that it did what was asked.',
    'Let no two of these run at once: every start opens the settings of MicroSIP, and of two at once one is lost.',
    ...(language === 'powershell'
      ? ['Where Windows refuses to run script files: powershell -ExecutionPolicy Bypass -File NAME.ps1']
      : []),
    ...(language === 'cmd'
      ? [
          'A batch file cannot wait with a time limit: it waits as long as MicroSIP is busy.',
          ...(input === undefined
            ? []
            : [
                `Put no ${input.name} into it from a variable or a parameter: cmd would read it as a part of the command.`,
              ]),
        ]
      : []),
  ];
}

const linkNotes: readonly string[] = [
  'It works where MicroSIP handles the scheme: its installer registers tel: and sip:, the program itself registers nothing.',
  'A link can only place a call; hanging up, answering and the like have no safe link.',
  'Put no number of strangers into a link without a check: MicroSIP obeys commands in links too.',
];
