import type { TranslatedText } from './translated-text.ts';

/** A command of the views. The palette has none of them: they need an entry, or a view that is seen. */
export interface ViewCommandContribution {
  readonly title: TranslatedText;
  /** A product icon, without `$(…)`. */
  readonly icon: string;
  /** The entries that have it, by their `viewItem`; none for one in the title of a view. */
  readonly items?: RegExp;
  /** Where it stands among the buttons of an entry; it has none if this is not given. */
  readonly button?: number;
}

/** Every command of the views, by its name: `dialEntry` is `microsip.view.dialEntry`. */
export const viewCommands = {
  answerCall: {
    title: { en: 'Answer', de: 'Annehmen' },
    icon: 'call-incoming',
    items: /^call\.incoming$/,
    button: 1,
  },
  rejectCall: {
    title: { en: 'Reject', de: 'Ablehnen' },
    icon: 'circle-slash',
    items: /^call\.incoming$/,
    button: 2,
  },
  holdCall: {
    title: { en: 'Hold', de: 'Halten' },
    icon: 'debug-pause',
    items: /^call\.(active|held-by-remote)$/,
    button: 1,
  },
  resumeCall: {
    title: { en: 'Resume', de: 'Fortsetzen' },
    icon: 'debug-continue',
    items: /^call\.held$/,
    button: 1,
  },
  hangUpCall: {
    title: { en: 'Hang Up', de: 'Auflegen' },
    icon: 'debug-disconnect',
    items: /^call\.(calling|ringing|active|held|held-by-remote)$/,
    button: 2,
  },
  dialEntry: {
    title: { en: 'Dial', de: 'Wählen' },
    icon: 'call-outgoing',
    items: /^(record\.dialable|contact\..*)$/,
    button: 1,
  },
  copyNumber: {
    title: { en: 'Copy Number', de: 'Nummer kopieren' },
    icon: 'copy',
    items: /^(call|record|contact)/,
  },
  openContactsFile: {
    title: { en: 'Open File', de: 'Datei öffnen' },
    icon: 'go-to-file',
    items: /^(contact\.workspace|problems)$/,
  },
  refreshRecent: {
    title: { en: 'Refresh', de: 'Aktualisieren' },
    icon: 'refresh',
  },
  refreshContacts: {
    title: { en: 'Refresh', de: 'Aktualisieren' },
    icon: 'refresh',
  },
} as const satisfies Readonly<Record<string, ViewCommandContribution>>;

/** The name of a command of the views, without `microsip.view.`. */
export type ViewCommandName = keyof typeof viewCommands;
