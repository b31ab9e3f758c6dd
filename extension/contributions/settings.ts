import type { SettingContribution } from './setting-contribution.ts';

/** Every setting, by its name: `backend` is `microsip.backend`. */
export const settings = {
  backend: {
    type: 'string',
    scope: 'machine',
    default: 'auto',
    values: {
      auto: { en: 'The first that is there.', de: 'Das erste, das es gibt.' },
      windows: { en: 'MicroSIP on this Windows.', de: 'MicroSIP auf diesem Windows.' },
      wsl: {
        en: 'MicroSIP on the Windows that this WSL runs in.',
        de: 'MicroSIP auf dem Windows, in dem dieses WSL läuft.',
      },
      wine: { en: 'MicroSIP under Wine.', de: 'MicroSIP unter Wine.' },
      simulator: {
        en: 'A simulated phone: no MicroSIP, no Windows and no SIP account needed.',
        de: 'Ein simuliertes Telefon: ohne MicroSIP, ohne Windows und ohne SIP-Konto.',
      },
    },
    description: { en: 'Where MicroSIP runs.', de: 'Wo MicroSIP läuft.' },
  },
  executable: {
    type: 'string',
    scope: 'machine',
    default: '',
    description: {
      en: 'Path of `microsip.exe`. Empty: it is looked for.',
      de: 'Pfad von `microsip.exe`. Leer: Das Programm wird gesucht.',
    },
  },
  dataDirectory: {
    type: 'string',
    scope: 'machine',
    default: '',
    description: {
      en: "Folder with MicroSIP's settings, log and history; for the simulator, the folder the simulated phone lives in. Empty: MicroSIP's own, or for the simulator one in the extension's storage.",
      de: 'Ordner mit Einstellungen, Protokoll und Anrufliste von MicroSIP; beim Simulator der Ordner, in dem das simulierte Telefon lebt. Leer: der von MicroSIP selbst, beim Simulator einer im Speicher der Erweiterung.',
    },
  },
  'statusBar.show': {
    type: 'boolean',
    scope: 'application',
    default: true,
    description: {
      en: 'Whether the status bar has an item that shows what the phone does.',
      de: 'Ob in der Statusleiste steht, was das Telefon tut.',
    },
  },
  'incomingCall.notify': {
    type: 'boolean',
    scope: 'application',
    default: true,
    description: {
      en: 'Whether a notification tells of an incoming call, with buttons that answer and reject it.',
      de: 'Ob eine Benachrichtigung einen eingehenden Anruf meldet, mit Knöpfen zum Annehmen und Ablehnen.',
    },
  },
  confirmDialling: {
    type: 'boolean',
    scope: 'application',
    default: true,
    description: {
      en: 'Whether to ask, and to show what would be dialled, before a number in a document, a terminal or a list of contacts is dialled. A link from outside the editor always asks.',
      de: 'Ob gefragt und gezeigt wird, was gewählt würde, bevor eine Nummer aus einem Dokument, einem Terminal oder einer Kontaktliste gewählt wird. Bei einem Link von außerhalb des Editors wird immer gefragt.',
    },
  },
  'numbers.region': {
    type: 'string',
    scope: 'resource',
    default: '',
    pattern: '^([A-Za-z]{2})?$',
    description: {
      en: 'The country whose numbers are written without a country code in documents and terminals, as two letters such as `DE` or `US`. Empty: that of the display language. It tells what is a number; what is dialled is always what is written.',
      de: 'Das Land, dessen Nummern in Dokumenten und Terminals ohne Ländervorwahl stehen, als zwei Buchstaben wie `DE` oder `US`. Leer: das der Anzeigesprache. Daran wird erkannt, was eine Nummer ist; gewählt wird immer, was dasteht.',
    },
  },
  'numbers.languages': {
    type: 'array',
    scope: 'resource',
    items: 'string',
    default: [
      ...['plaintext', 'markdown', 'restructuredtext', 'asciidoc', 'latex', 'html', 'xml', 'csv', 'tsv'],
      ...['json', 'jsonc', 'yaml', 'toml', 'ini', 'properties', 'log', 'vcard'],
    ],
    description: {
      en: 'Languages in whose documents telephone numbers are found, by their identifiers; `*` is every language. Links with `tel:`, `sip:`, `sips:` and `callto:` are found in all.',
      de: 'Sprachen, in deren Dokumenten Telefonnummern gefunden werden, mit ihren Kennungen; `*` ist jede Sprache. Links mit `tel:`, `sip:`, `sips:` und `callto:` werden in allen gefunden.',
    },
  },
  'numbers.codeLens': {
    type: 'boolean',
    scope: 'language-overridable',
    default: false,
    description: {
      en: 'Whether a line above each number and link offers to dial it, in addition to the link and the hover.',
      de: 'Ob eine Zeile über jeder Nummer und jedem Link anbietet, sie zu wählen, zusätzlich zum Link und zum Hinweis unter der Maus.',
    },
  },
  'numbers.terminal': {
    type: 'boolean',
    scope: 'application',
    default: true,
    description: {
      en: 'Whether telephone numbers, and links with `tel:`, `sip:`, `sips:` and `callto:`, are links in terminals.',
      de: 'Ob Telefonnummern und Links mit `tel:`, `sip:`, `sips:` und `callto:` in Terminals Links sind.',
    },
  },
} as const satisfies Readonly<Record<string, SettingContribution>>;

/** The name of a setting, without `microsip.`. */
export type SettingName = keyof typeof settings;
