import { hooks, newestVerifiedVersion, settingOf, type VerifiedVersion } from 'microsip-sdk/catalogue';
import { phoneSettingsFrom, type PhoneSettings } from 'microsip-sdk/phone-model';

/** What those do who are called. */
export type FarEndManner = 'answers' | 'rings' | 'busy' | 'declines' | 'unknown';

/** What the registrar says to the phone's account. */
export type RegistrarManner = 'accepts' | 'refuses' | 'silent';

/** What can be chosen before a phone is started: a part of its ini, and what surrounds it. */
export interface PlaygroundSettings {
  readonly version: VerifiedVersion;
  /** How many accounts are set up; the first is the active one. */
  readonly accounts: 0 | 1 | 2;
  readonly enableLocalAccount: boolean;
  /** Of the first account. */
  readonly dialingPrefix: string;
  readonly dialPlan: string;
  readonly singleMode: boolean;
  readonly callWaiting: boolean;
  /** As the AA button says, which is not pressed; or every call. */
  readonly autoAnswer: 'button' | 'all';
  /** Seconds. */
  readonly autoAnswerDelay: number;
  /** As the DND button says, which is not pressed; or every call. */
  readonly denyIncoming: 'button' | 'all';
  /** The program that every event hook starts; without one, no hook is set. */
  readonly hookProgram: string;
  readonly enableLog: boolean;
  readonly farEnd: FarEndManner;
  readonly registrar: RegistrarManner;
  /** How long each hook's program runs, in milliseconds. */
  readonly hookMs: number;
}

/** A phone with one account, that writes its log and starts a program at every event. */
export const usualSettings: PlaygroundSettings = {
  version: newestVerifiedVersion,
  accounts: 1,
  enableLocalAccount: false,
  dialingPrefix: '',
  dialPlan: '',
  singleMode: true,
  callWaiting: true,
  autoAnswer: 'button',
  autoAnswerDelay: 0,
  denyIncoming: 'button',
  hookProgram: String.raw`C:\Tools\call-event.exe`,
  enableLog: true,
  farEnd: 'answers',
  registrar: 'accepts',
  hookMs: 100,
};

/** One line of an ini. */
export interface IniLine {
  readonly section: string;
  readonly key: string;
  readonly value: string;
}

/** What the ini of such a phone says; what is as MicroSIP has it by itself is left out. */
export function iniLinesOf(settings: PlaygroundSettings): readonly IniLine[] {
  const { autoAnswer, autoAnswerDelay, denyIncoming, hookProgram } = settings;
  const flag = (value: boolean): string => (value ? '1' : '0');
  const values: Readonly<Record<string, string>> = {
    // Without the local account MicroSIP takes 0 for 1.
    accountId: settings.accounts === 0 && settings.enableLocalAccount ? '0' : '1',
    enableLocalAccount: flag(settings.enableLocalAccount),
    singleMode: flag(settings.singleMode),
    callWaiting: flag(settings.callWaiting),
    autoAnswer,
    autoAnswerDelay: String(autoAnswerDelay),
    denyIncoming,
    enableLog: flag(settings.enableLog),
  };
  const lines = Object.entries(values).map(([key, value]) => ({ section: 'Settings', key, value }));
  const program = oneLine(hookProgram).trim();
  if (program !== '') {
    // The key tells the program which event it is; MicroSIP itself says nothing but a number.
    for (const { key } of hooks) lines.push({ section: 'Settings', key, value: `${program} ${key}` });
  }
  return [...lines, ...accountLines(settings)].filter(
    ({ key, section, value }) => value !== (settingOf(section, key)?.default ?? ''),
  );
}

/** What MicroSIP makes of that ini when it starts. */
export function phoneSettingsOf(settings: PlaygroundSettings): PhoneSettings {
  const values = new Map(
    iniLinesOf(settings).map(({ section, key, value }) => [`${section}.${key}`, value] as const),
  );
  return phoneSettingsFrom((section, key) => values.get(`${section}.${key}`), settings.version);
}

function accountLines({ accounts, dialPlan, dialingPrefix }: PlaygroundSettings): readonly IniLine[] {
  const account = (number: number, values: Readonly<Record<string, string>>): readonly IniLine[] =>
    Object.entries(values).map(([key, value]) => ({ section: `Account${String(number)}`, key, value }));
  return [
    ...(accounts > 0
      ? account(1, {
          label: 'Office',
          server: 'pbx.test',
          domain: 'pbx.test',
          username: '1001',
          dialingPrefix: oneLine(dialingPrefix),
          dialPlan: oneLine(dialPlan),
        })
      : []),
    ...(accounts > 1
      ? account(2, { label: 'Home', server: 'home.test', domain: 'home.test', username: '2001' })
      : []),
  ];
}

/** A value of an ini ends with its line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\0]/gu, ' ');
}
