import type { PhoneAction } from 'microsip-sdk';
import { recipeLanguages, type RecipeLanguage } from 'microsip-sdk/recipes';

import { recipeTabs, tabImports } from './command-line/recipe-tabs.mts';
import { linkedText } from './linked-text.mts';
import { code, codeBlock, link, list, page, table, text } from './markdown.mts';
import { placeOf } from './places.mts';

/** The number that the programs on the page call. */
const dial: PhoneAction = { type: 'dial', target: '4930123456' };

const here = '/guides/dial-from-your-language';

/** Where the tests run the programs of a language. What was only read says so. */
const tried: Readonly<Record<RecipeLanguage, string>> = {
  python: 'Run on Linux: every action, hostile numbers and paths, a call on a simulated phone.',
  powershell:
    'Every action read by the grammar of PowerShell. Run as Python is, where PowerShell 7 is installed.',
  cmd: 'Run by cmd.exe on Windows or under Wine. Its lines are checked against what MicroSIP reads.',
  node: 'Run on Linux: every action, hostile numbers and paths, a call on a simulated phone. Run on Windows or under Wine too.',
  csharp:
    'Compiled as C# 5 and run on Linux, with Mono: every action, hostile numbers and paths, a call on a simulated phone.',
  autohotkey: 'Read only, never run: there is no AutoHotkey but on Windows.',
  html: 'Read by the address parser that browsers have, and by every version of the phone model.',
};

/** The guide for people who call from a program of their own. */
export function dialFromYourLanguagePage(): string {
  return page(
    {
      slug: here,
      title: 'Dial from your language',
      description:
        'Dial, hang up and answer with MicroSIP from Python, PowerShell, a batch file, Node.js, C#, AutoHotkey or a web page: complete programs to copy.',
    },
    tabImports,
    `Complete programs to copy. They need nothing of this kit: each finds \`microsip.exe\`, checks what it sends, and says what went wrong.
The language you choose is kept, here and on every page of the ${link('command line', '/reference/command-line')}.`,
    '## Dial',
    recipeTabs(dial),
    '## Hang up',
    `Ends every call but those that ring. Others to end, or all of them: ${link(code('/hangupcalling'), placeOf.command('hangup-calling'))}, ${link(code('/hangupincoming'), placeOf.command('hangup-incoming'))}.`,
    recipeTabs({ type: 'hangup' }),
    '## Answer',
    'Answers the first call that rings, and brings the window of MicroSIP to the front.',
    recipeTabs({ type: 'answer' }),
    '## Know the state',
    `MicroSIP answers no question, so no program can ask it. Its log and its hooks tell, and the kit reads them. A program in any language
takes the state as one object, or each event as one line of JSON:`,
    codeBlock('bash', 'npx microsip status --json\nnpx microsip events --follow --json'),
    `How that is switched on, and what it costs the phone: ${link('Know the call state', '/call-state')}.`,
    '## What the programs take care of',
    list([
      '**Finding MicroSIP.** In the registry, in the part that 32-bit programs have, then in the usual folders. A path of your own goes first.',
      '**Checking the number.** When the program is made, and again when it runs, since somebody will put another one there. What is no number is refused: MicroSIP would obey commands in it, or send its end as a chat message. A batch file cannot check.',
      '**No shell.** MicroSIP is started itself, so no shell reads the number. A batch file is a shell: what it calls is fixed when it is made.',
      '**A phone that does not run.** Hanging up starts no phone; dialling does.',
      '**Waiting.** A hook can keep MicroSIP busy for 10 s. The programs wait for 15 s, then say so. A batch file waits as long as it takes.',
      '**One start at a time.** Where an action takes several, they follow each other with a pause: of two at once, one is lost.',
    ]),
    `A link on a web page does none of this: the browser opens it, and MicroSIP takes it. How to write one safely: ${link('Link handlers', '/link-handlers')}.`,
    '## Where they were run',
    table(
      ['Language', 'Needs', 'Tested'],
      recipeLanguages.map(({ id, needs, title }) => [title, text(needs), tried[id]]),
    ),
    linkedText(
      'Other actions and numbers: `microsip recipe` prints them, and the page of each command shows its own.',
      here,
    ),
  );
}
