import type { PhoneAction } from '../action/phone-action.ts';
import type { RecipeLanguage } from './recipe.ts';

/** A language, as it is offered to people. */
export interface RecipeLanguageEntry {
  readonly id: RecipeLanguage;
  /** Its name. */
  readonly title: string;
  /** What it runs on. */
  readonly needs: string;
  /** What a recipe in it can ask of the phone. */
  readonly actions: readonly PhoneAction['type'][];
}

/** Every action there is. */
export const recipeActions = [
  'dial',
  'hangup',
  'answer',
  'reject',
  'transfer',
  'dtmf',
  'hold',
  'mute',
  'volume',
  'account',
  'start',
  'minimize',
  'exit',
] as const satisfies readonly PhoneAction['type'][];

/** The languages that there are recipes in, and what can be said in each. */
export const recipeLanguages: readonly RecipeLanguageEntry[] = [
  { id: 'python', title: 'Python', needs: 'Python 3.8 or newer', actions: recipeActions },
  {
    id: 'powershell',
    title: 'PowerShell',
    needs: 'Windows PowerShell 5.1, or PowerShell 7',
    actions: recipeActions,
  },
  { id: 'cmd', title: 'Batch file', needs: 'cmd.exe of Windows 10 or newer', actions: recipeActions },
  { id: 'node', title: 'Node.js', needs: 'Node.js 18 or newer', actions: recipeActions },
  {
    id: 'csharp',
    title: 'C#',
    needs: '.NET Framework 4.5 or newer, or .NET 6 or newer',
    actions: recipeActions,
  },
  { id: 'autohotkey', title: 'AutoHotkey', needs: 'AutoHotkey 2.0', actions: recipeActions },
  // A web page may place a call. What else a link can smuggle is no interface (facts A.11).
  {
    id: 'html',
    title: 'HTML link',
    needs: 'a browser, and MicroSIP as the handler of the scheme',
    actions: ['dial'],
  },
];
