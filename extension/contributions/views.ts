import type { CommandName } from './commands.ts';
import type { TranslatedText } from './translated-text.ts';
import type { ViewCommandName } from './view-commands.ts';

/** What an empty view says, and where it leads. */
export interface ViewWelcome {
  readonly when: string;
  readonly text: TranslatedText;
  /** The buttons below the text; their titles are the commands' own. */
  readonly leadsTo: readonly CommandName[];
}

/** A view in the container of the activity bar. */
export interface ViewContribution {
  readonly title: TranslatedText;
  /** A product icon, without `$(…)`, where the view was moved out of its container. */
  readonly icon: string;
  /** How much room it gets among the others. */
  readonly size: number;
  /** The buttons in its title. */
  readonly titleCommands: readonly (CommandName | ViewCommandName)[];
  readonly welcome: readonly ViewWelcome[];
}

export const container = {
  id: 'microsip',
  title: { en: 'MicroSIP', de: 'MicroSIP' },
  icon: 'media/activity-bar.svg',
} as const;

const notInstalled: ViewWelcome = {
  when: 'microsip.phone == not-installed',
  text: {
    en: 'MicroSIP was not found on this computer.',
    de: 'MicroSIP wurde auf diesem Rechner nicht gefunden.',
  },
  leadsTo: ['useSimulatedPhone', 'openSettings'],
};

const installed = 'microsip.phone != not-installed';

/** Every view, by its name: `calls` is `microsip.calls`. */
export const views = {
  calls: {
    title: { en: 'Calls', de: 'Anrufe' },
    icon: 'call-outgoing',
    size: 1,
    titleCommands: ['dial'],
    welcome: [
      notInstalled,
      {
        when: 'microsip.phone == not-running',
        text: { en: 'MicroSIP is not running.', de: 'MicroSIP läuft nicht.' },
        leadsTo: ['start', 'dial'],
      },
      {
        when: 'microsip.phone == unknown && microsip.isCallStateOff',
        text: {
          en: 'Nothing tells of calls: MicroSIP writes no log and has no hooks. Commands work all the same.',
          de: 'Nichts berichtet von Anrufen: MicroSIP schreibt kein Protokoll und hat keine Hooks. Befehle wirken trotzdem.',
        },
        leadsTo: ['enableCallState', 'dial'],
      },
      {
        when: 'microsip.phone == unknown && !microsip.isCallStateOff',
        text: {
          en: 'What MicroSIP does is not known now.',
          de: 'Was MicroSIP tut, ist gerade nicht bekannt.',
        },
        leadsTo: ['diagnose'],
      },
      {
        when: 'microsip.phone =~ /^(idle|in-call|unregistered)$/',
        text: { en: 'There is no call.', de: 'Es gibt keinen Anruf.' },
        leadsTo: ['dial'],
      },
    ],
  },
  recent: {
    title: { en: 'Recent', de: 'Zuletzt' },
    icon: 'history',
    size: 2,
    titleCommands: ['redial', 'refreshRecent'],
    welcome: [
      {
        when: installed,
        text: {
          en: 'The calls that MicroSIP keeps will be here, the latest first.',
          de: 'Hier werden die Anrufe stehen, die MicroSIP sich merkt, der letzte zuerst.',
        },
        leadsTo: [],
      },
      notInstalled,
    ],
  },
  contacts: {
    title: { en: 'Contacts', de: 'Kontakte' },
    icon: 'account',
    size: 2,
    titleCommands: ['searchContacts', 'editWorkspaceContacts', 'refreshContacts'],
    welcome: [
      {
        when: 'workspaceFolderCount != 0',
        text: {
          en: 'There are no contacts yet. Those of MicroSIP will be here, and those that this workspace shares in .vscode/contacts.json.',
          de: 'Es gibt noch keine Kontakte. Hier werden die von MicroSIP stehen, und die, die dieser Arbeitsbereich in .vscode/contacts.json teilt.',
        },
        leadsTo: ['editWorkspaceContacts'],
      },
      {
        when: 'workspaceFolderCount == 0',
        text: {
          en: 'There are no contacts yet. Those of MicroSIP will be here, and those of an open folder.',
          de: 'Es gibt noch keine Kontakte. Hier werden die von MicroSIP stehen, und die eines geöffneten Ordners.',
        },
        leadsTo: [],
      },
    ],
  },
} as const satisfies Readonly<Record<string, ViewContribution>>;

/** The name of a view, without `microsip.`. */
export type ViewName = keyof typeof views;
