import { commands } from './commands.ts';
import type { Json, TextOf } from './manifest-json.ts';
import type { TranslatedText } from './translated-text.ts';
import { viewCommands, type ViewCommandContribution } from './view-commands.ts';
import { container, views, type ViewContribution, type ViewWelcome } from './views.ts';

/** What the manifest says of the views. */
export interface ViewsJson {
  readonly commands: readonly Json[];
  readonly menus: Readonly<Record<string, readonly Json[]>>;
  readonly viewsContainers: Json;
  readonly views: Json;
  readonly viewsWelcome: readonly Json[];
}

/** Makes the manifest's part from the tables of views and of their commands. */
export function viewsJson(textOf: TextOf): ViewsJson {
  const allViews = Object.entries<ViewContribution>(views);
  const allCommands = Object.entries<ViewCommandContribution>(viewCommands);
  return {
    commands: allCommands.map(([name, { icon, title }]) => ({
      command: commandId(name),
      title: textOf(`view.command.${name}`, title),
      category: 'MicroSIP',
      icon: `$(${icon})`,
    })),
    menus: {
      commandPalette: allCommands.map(([name]) => ({ command: commandId(name), when: 'false' })),
      'view/title': allViews.flatMap(([view, { titleCommands }]) =>
        titleCommands.map((name, index) => ({
          command: commandId(name),
          when: `view == microsip.${view}`,
          group: `navigation@${index + 1}`,
        })),
      ),
      'view/item/context': allCommands.flatMap(([name, command], index) => entryMenu(name, command, index)),
    },
    viewsContainers: {
      activitybar: [
        { id: container.id, title: textOf('view.container', container.title), icon: container.icon },
      ],
    },
    views: {
      [container.id]: allViews.map(([name, { icon, size, title }]) => ({
        id: `microsip.${name}`,
        name: textOf(`view.${name}`, title),
        icon: `$(${icon})`,
        contextualTitle: textOf('view.container', container.title),
        initialSize: size,
      })),
    },
    viewsWelcome: allViews.flatMap(([name, { welcome }]) =>
      welcome.map((each, index) => welcomeJson(name, each, index, textOf)),
    ),
  };
}

function commandId(name: string): string {
  return name in viewCommands ? `microsip.view.${name}` : `microsip.${name}`;
}

/** As a button of the entry, and in its menu, which is how the keyboard reaches it. */
function entryMenu(name: string, { button, items }: ViewCommandContribution, index: number): Json[] {
  if (items === undefined) return [];
  const entry = { command: commandId(name), when: `view =~ /^microsip\\./ && viewItem =~ /${items.source}/` };
  return [
    ...(button === undefined ? [] : [{ ...entry, group: `inline@${button}` }]),
    { ...entry, group: `1_microsip@${index + 1}` },
  ];
}

function welcomeJson(
  view: string,
  { leadsTo, text, when }: ViewWelcome,
  index: number,
  textOf: TextOf,
): Json {
  const withButtons = (language: keyof TranslatedText): string =>
    [
      text[language],
      ...leadsTo.map((name) => `[${commands[name].title[language]}](command:microsip.${name})`),
    ].join('\n');
  const contents = { en: withButtons('en'), de: withButtons('de') };
  return {
    view: `microsip.${view}`,
    when,
    contents: textOf(`view.${view}.welcome.${index + 1}`, contents),
  };
}
