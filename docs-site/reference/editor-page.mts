import { commandReferenceTable, settingsTable } from '../../extension/contributions/markdown-tables.ts';
import { page } from './markdown.mts';

/** The page of the VS Code extension's commands and settings, from the tables that make its manifest. */
export function editorPage(): string {
  return page(
    {
      slug: '/reference/vscode',
      title: 'Commands and settings in VS Code',
      description: 'Every command and every setting of the extension for VS Code.',
    },
    'What the extension for VS Code can be told, by people, keybindings and other extensions. What it does is told in [From VS Code](/vscode).',
    '## Commands',
    'Identifiers are for keybindings and other extensions. A command is offered in the palette when its condition holds; `microsip.phone`, `microsip.inCall` and `microsip.incoming` may stand in your own `when` clauses, too.',
    commandReferenceTable(),
    '## Settings',
    settingsTable(),
  );
}
