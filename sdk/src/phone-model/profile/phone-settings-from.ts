import type { HookKey } from '../../catalogue/hook.ts';
import { settings as knownSettings } from '../../catalogue/settings.ts';
import type { VerifiedVersion } from '../../catalogue/version.ts';
import type { DenyIncomingMode, PhoneAccount, PhoneSettings } from '../phone-settings.ts';
import { profileSection, type ProfileSection, type ReadProfile } from './read-profile.ts';
import { denyModeNamesIn3205, settingsText } from './settings-text.ts';

/** How far `[Account1]`, `[Account2]` … are looked for; MicroSIP itself loads them one by one when it needs them. */
const accountsLookedFor = 100;

/**
 * What MicroSIP makes of its ini when it starts: its defaults for what is missing (facts D.5), values as the Windows
 * profile functions return them, `accountId` 0 without a local account repaired to 1, and keys the version does not
 * know left at their defaults.
 *
 * @param read gives the text after `=` as it stands in the file.
 * @example
 * ```ts
 * const ini = IniDocument.parse('[Settings]\r\nsingleMode=0\r\n');
 * const settings = phoneSettingsFrom((section, key) => ini.get(section, key), '3.22.16');
 * ```
 */
export function phoneSettingsFrom(read: ReadProfile, version: VerifiedVersion): PhoneSettings {
  const { choice, flag, number, text } = profileSection(read, 'Settings', version);
  const accountId = number('accountId');
  const enableLocalAccount = flag('enableLocalAccount');
  const settings: PhoneSettings = {
    accountId: accountId === 0 && !enableLocalAccount ? 1 : accountId,
    enableLocalAccount,
    accounts: readAccounts(read, version),
    localAccount: readAccount(read, 0, version),
    hooks: readHooks(text),
    singleMode: flag('singleMode'),
    minimized: flag('minimized'),
    silent: flag('silent'),
    enableLog: flag('enableLog'),
    localDTMF: flag('localDTMF'),
    DTMFMethod: choice('DTMFMethod', ['0', '1', '2', '3']),
    autoAnswer: choice('autoAnswer', ['button', 'header', 'all']),
    AA: flag('AA'),
    autoAnswerDelay: number('autoAnswerDelay'),
    autoAnswerNumber: text('autoAnswerNumber'),
    autoAnswerCalls: choice('autoAnswerCalls', ['hold', 'all']),
    denyIncoming: denyIncomingMode(version, text('denyIncoming')),
    DND: flag('DND'),
    forwarding: choice('forwarding', ['button', 'all']),
    FWD: flag('FWD'),
    forwardingNumber: text('forwardingNumber'),
    forwardingDelay: number('forwardingDelay'),
    callWaiting: flag('callWaiting'),
    maxConcurrentCalls: number('maxConcurrentCalls'),
    autoHangUpTime: number('autoHangUpTime'),
    AC: flag('AC'),
    enableFeatureCodeBT: flag('enableFeatureCodeBT'),
    featureCodeBT: text('featureCodeBT'),
    volumeOutput: Math.min(100, number('volumeOutput')),
    volumeInput: Math.min(100, number('volumeInput')),
    lastCallNumber: text('lastCallNumber'),
    lastCallHasVideo: flag('lastCallHasVideo'),
    others: {},
  };
  return { ...settings, others: readOthers(read, version, settings, text) };
}

const denyModes: readonly DenyIncomingMode[] = [
  'button',
  'user',
  'domain',
  'userdomain',
  'remotedomain',
  'all',
];

function denyIncomingMode(version: VerifiedVersion, text: string): DenyIncomingMode {
  const nameOf = (mode: DenyIncomingMode): string =>
    (version === '3.20.5' ? denyModeNamesIn3205[mode] : undefined) ?? mode;
  return denyModes.find((mode) => nameOf(mode) === text) ?? '';
}

function readAccounts(read: ReadProfile, version: VerifiedVersion): Readonly<Record<string, PhoneAccount>> {
  const accounts: Record<string, PhoneAccount> = {};
  for (let id = 1; id <= accountsLookedFor; id++) {
    if (read(`Account${String(id)}`, 'domain') !== undefined) accounts[id] = readAccount(read, id, version);
  }
  return accounts;
}

function readAccount(read: ReadProfile, id: number, version: VerifiedVersion): PhoneAccount {
  const { choice, text } = profileSection(read, `Account${String(id)}`, version);
  return {
    label: text('label'),
    domain: text('domain'),
    server: text('server'),
    username: text('username'),
    password: text('password'),
    dialingPrefix: text('dialingPrefix'),
    dialPlan: text('dialPlan'),
    transport: choice('transport', ['udp', 'tcp', 'tls']),
  };
}

function readHooks(text: ProfileSection['text']): Readonly<Record<HookKey, string>> {
  return {
    cmdOutgoingCall: text('cmdOutgoingCall'),
    cmdIncomingCall: text('cmdIncomingCall'),
    cmdCallRing: text('cmdCallRing'),
    cmdCallAnswer: text('cmdCallAnswer'),
    cmdCallAnswerVideo: text('cmdCallAnswerVideo'),
    cmdCallStart: text('cmdCallStart'),
    cmdCallBusy: text('cmdCallBusy'),
    cmdCallEnd: text('cmdCallEnd'),
  };
}

function readOthers(
  read: ReadProfile,
  version: VerifiedVersion,
  settings: PhoneSettings,
  text: ProfileSection['text'],
): Readonly<Record<string, string>> {
  const modelled = settingsText(settings, version);
  const others: Record<string, string> = {};
  for (const { availability, default: preset, key, section } of knownSettings) {
    if (section !== 'Settings' || key in modelled || availability.verified[version] === 'no') continue;
    if (preset !== undefined || read(section, key) !== undefined) others[key] = text(key);
  }
  return others;
}
