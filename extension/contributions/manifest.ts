import type { CommandContribution, MenuPlace } from './command-contribution.ts';
import { commands } from './commands.ts';
import { languageModelToolsJson } from './language-model-tools.ts';
import type { Json, TextOf } from './manifest-json.ts';
import type { SettingContribution } from './setting-contribution.ts';
import { settings } from './settings.ts';
import type { languages } from './translated-text.ts';
import { type TranslatedText } from './translated-text.ts';
import { viewsJson } from './views-json.ts';
import { walkthroughsJson } from './walkthrough.ts';

type Language = (typeof languages)[number];

/** What the tables come to: the manifest's `contributes`, and the texts it names, by language. */
export interface GeneratedManifest {
  readonly contributes: Json;
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

/** The file that holds the manifest's texts in a language. */
export function textsFile(language: Language): string {
  return language === 'en' ? 'package.nls.json' : `package.nls.${language}.json`;
}

/** Makes the manifest's generated part from the tables of commands and settings. */
export function generateManifest(): GeneratedManifest {
  const texts = new Map<string, TranslatedText>();
  const textOf = (key: string, text: TranslatedText): string => {
    texts.set(key, text);
    return `%${key}%`;
  };
  const { commands: viewCommands, menus: viewMenus, ...viewContributions } = viewsJson(textOf);
  const contributes = {
    commands: [
      ...Object.entries<CommandContribution>(commands).map(([name, command]) =>
        commandJson(name, command, textOf),
      ),
      ...viewCommands,
    ],
    menus: { ...menusJson(), ...viewMenus },
    ...viewContributions,
    languageModelTools: languageModelToolsJson(textOf),
    walkthroughs: walkthroughsJson(textOf),
    // The extension exports `extendMarkdownIt` for it.
    'markdown.markdownItPlugins': true,
    jsonValidation: [{ fileMatch: '/.vscode/contacts.json', url: './schemas/contacts.schema.json' }],
    configuration: {
      title: 'MicroSIP',
      properties: Object.fromEntries(
        Object.entries<SettingContribution>(settings).map(([name, setting], index) => [
          `microsip.${name}`,
          // In the settings editor they stand as in the table, not by their names.
          { ...settingJson(name, setting, textOf), order: index },
        ]),
      ),
    },
  };
  const inLanguage = (language: Language): Record<string, string> =>
    Object.fromEntries([...texts].map(([key, text]) => [key, text[language]]));
  return { contributes, texts: { en: inLanguage('en'), de: inLanguage('de') } };
}

function commandJson(name: string, command: CommandContribution, textOf: TextOf): Json {
  const { title, icon, enablement } = command;
  return {
    command: `microsip.${name}`,
    title: textOf(`command.${name}`, title),
    category: 'MicroSIP',
    ...(icon !== undefined && { icon: `$(${icon})` }),
    ...(enablement !== undefined && { enablement }),
  };
}

function menusJson(): Json {
  const menus: Partial<Record<MenuPlace, Json[]>> = {};
  for (const place of ['editor/context', 'terminal/context'] as const) {
    for (const [name, command] of Object.entries<CommandContribution>(commands)) {
      const entry = command.menus?.[place];
      if (entry !== undefined) (menus[place] ??= []).push({ command: `microsip.${name}`, ...entry });
    }
  }
  return menus;
}

function settingJson(name: string, setting: SettingContribution, textOf: TextOf): Json {
  const key = `setting.${name}`;
  const { type, scope } = setting;
  const values = 'values' in setting ? setting.values : undefined;
  return {
    type,
    scope,
    ...('items' in setting && { items: { type: setting.items } }),
    ...('pattern' in setting && { pattern: setting.pattern }),
    ...(values !== undefined && {
      enum: Object.keys(values),
      markdownEnumDescriptions: Object.entries(values).map(([value, text]) =>
        textOf(`${key}.${value}`, text),
      ),
    }),
    default: setting.default,
    markdownDescription: textOf(key, setting.description),
  };
}
