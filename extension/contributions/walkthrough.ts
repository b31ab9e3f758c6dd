import type { Json, TextOf } from './manifest-json.ts';
import type { TranslatedText } from './translated-text.ts';

/** A step of the walkthrough; a line that is only a link becomes a button. */
interface WalkthroughStep {
  readonly title: TranslatedText;
  readonly description: TranslatedText;
  /** What the picture `media/walkthrough/<name of the step>.svg` shows, for who does not see it. */
  readonly picture: TranslatedText;
  /** What ticks it off. */
  readonly doneBy: readonly string[];
}

const simulate = 'command:microsip.useSimulatedPhone';
const backendSetting = settingsLink('microsip.backend');
const numberSettings = settingsLink('microsip.numbers');

/** The steps of the first acquaintance, in their order. */
export const walkthroughSteps = {
  phone: {
    title: { en: 'Choose your phone', de: 'Das Telefon wählen' },
    description: {
      en: `MicroSIP is found by itself where it is installed, also from WSL and under Wine. Without it, a simulated phone takes its place: it needs no Windows and no account, and calls nobody.\n[Use a Simulated Phone](${simulate})\n[Open Settings](${backendSetting})`,
      de: `MicroSIP wird von selbst gefunden, wo es installiert ist, auch aus WSL und unter Wine. Sonst tritt ein simuliertes Telefon an seine Stelle: Es braucht weder Windows noch ein Konto und ruft niemanden an.\n[Simuliertes Telefon verwenden](${simulate})\n[Einstellungen öffnen](${backendSetting})`,
    },
    picture: { en: 'A telephone in a window', de: 'Ein Telefon in einem Fenster' },
    doneBy: [
      'onCommand:microsip.useSimulatedPhone',
      'onCommand:microsip.start',
      `onLink:${backendSetting}`,
      'onContext:microsip.inCall',
    ],
  },
  state: {
    title: { en: 'See what the phone does', de: 'Sehen, was das Telefon tut' },
    description: {
      en: 'The status bar tells whether the phone is ready, whom you are calling and for how long; a click on it offers what makes sense at that moment. MicroSIP tells of its calls in its log, which is switched on once. The simulated phone writes one from the start.\n[Enable Call State…](command:microsip.enableCallState)',
      de: 'Die Statusleiste zeigt, ob das Telefon bereit ist, mit wem Sie sprechen und wie lange schon; ein Klick darauf bietet an, was gerade sinnvoll ist. MicroSIP berichtet in seinem Protokoll von Anrufen, das einmal eingeschaltet wird. Das simulierte Telefon schreibt von Anfang an eines.\n[Anrufzustand einschalten…](command:microsip.enableCallState)',
    },
    picture: {
      en: 'A status bar with a call and its running time',
      de: 'Eine Statusleiste mit einem Anruf und seiner Dauer',
    },
    doneBy: ['onCommand:microsip.enableCallState', 'onContext:microsip.inCall'],
  },
  numbers: {
    title: { en: 'Dial where the number stands', de: 'Wählen, wo die Nummer steht' },
    description: {
      en: `Numbers and \`tel:\`, \`sip:\` and \`callto:\` links can be clicked in documents and terminals, and in the Markdown preview of desktop VS Code's local windows; elsewhere, select a number and dial it from the context menu. You are shown what is dialled, and asked, before it is.\n[Settings for Numbers](${numberSettings})`,
      de: `Nummern und Links mit \`tel:\`, \`sip:\` und \`callto:\` lassen sich in Dokumenten und Terminals anklicken, in lokalen Fenstern des Desktop-VS-Code auch in der Markdown-Vorschau; sonst wählen Sie eine markierte Nummer aus dem Kontextmenü. Vorher sehen Sie, was gewählt wird, und werden gefragt.\n[Einstellungen für Nummern](${numberSettings})`,
    },
    picture: {
      en: 'A document with a number that is underlined as a link',
      de: 'Ein Dokument mit einer Nummer, die als Link unterstrichen ist',
    },
    doneBy: [
      'onCommand:_microsip.dialWritten',
      'onCommand:microsip.dialSelection',
      `onLink:${numberSettings}`,
    ],
  },
  incoming: {
    title: { en: 'Answer a call', de: 'Einen Anruf annehmen' },
    description: {
      en: 'A notification tells who calls, with Answer and Reject; the status bar turns yellow. The simulated phone rings when you ask it to.\n[Let the Simulated Phone Ring](command:microsip.simulateIncomingCall)',
      de: 'Eine Benachrichtigung zeigt, wer anruft, und bietet Annehmen und Ablehnen an; die Statusleiste wird gelb. Das simulierte Telefon klingelt, wenn Sie es darum bitten.\n[Simuliertes Telefon klingeln lassen](command:microsip.simulateIncomingCall)',
    },
    picture: {
      en: 'A notification of an incoming call with two buttons',
      de: 'Eine Benachrichtigung über einen Anruf mit zwei Knöpfen',
    },
    doneBy: ['onCommand:microsip.answer', 'onCommand:microsip.reject', 'onContext:microsip.incoming'],
  },
  call: {
    title: { en: 'Make your first call', de: 'Zum ersten Mal anrufen' },
    description: {
      en: `Dial any number: on the simulated phone somebody answers after a few seconds, and nobody is disturbed. Watch the status bar from calling to talking, and hang up.\n[Use a Simulated Phone](${simulate})\n[Dial 101](command:microsip.dial?%5B%22101%22%5D)\n[Hang Up](command:microsip.hangUp)`,
      de: `Wählen Sie irgendeine Nummer: Am simulierten Telefon meldet sich nach ein paar Sekunden jemand, und niemand wird gestört. Sehen Sie der Statusleiste vom Wählen bis zum Gespräch zu, und legen Sie auf.\n[Simuliertes Telefon verwenden](${simulate})\n[101 wählen](command:microsip.dial?%5B%22101%22%5D)\n[Auflegen](command:microsip.hangUp)`,
    },
    picture: {
      en: 'Two telephones with a line between them',
      de: 'Zwei Telefone mit einer Leitung dazwischen',
    },
    doneBy: ['onContext:microsip.inCall'],
  },
} as const satisfies Readonly<Record<string, WalkthroughStep>>;

/** The walkthrough as the manifest contributes it. */
export function walkthroughsJson(textOf: TextOf): Json[] {
  return [
    {
      id: 'firstCall',
      title: textOf('walkthrough.title', {
        en: 'Make Your First Call with MicroSIP',
        de: 'Zum ersten Mal mit MicroSIP anrufen',
      }),
      description: textOf('walkthrough', {
        en: 'From the phone to the first call, with MicroSIP or without it.',
        de: 'Vom Telefon bis zum ersten Anruf, mit MicroSIP oder ohne.',
      }),
      icon: 'media/icon.png',
      steps: Object.entries<WalkthroughStep>(walkthroughSteps).map(([name, step]) =>
        stepJson(name, step, textOf),
      ),
    },
  ];
}

function stepJson(
  name: string,
  { title, description, picture, doneBy }: WalkthroughStep,
  textOf: TextOf,
): Json {
  const key = `walkthrough.${name}`;
  return {
    id: name,
    title: textOf(`${key}.title`, title),
    description: textOf(key, description),
    media: { svg: `media/walkthrough/${name}.svg`, altText: textOf(`${key}.picture`, picture) },
    completionEvents: doneBy,
  };
}

function settingsLink(search: string): string {
  return `command:workbench.action.openSettings?${encodeURIComponent(JSON.stringify([search]))}`;
}
