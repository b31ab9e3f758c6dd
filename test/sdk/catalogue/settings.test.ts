import assert from 'node:assert/strict';

import fc from 'fast-check';

import { hookKeys } from '../../../sdk/src/catalogue/hook.ts';
import type { SettingEntry, SettingSection } from '../../../sdk/src/catalogue/setting.ts';
import { settingOf, settingSectionOf, settings } from '../../../sdk/src/catalogue/settings.ts';
import { shortcutTypes } from '../../../sdk/src/catalogue/settings/list-settings.ts';
import { supportIn, verifiedVersions, type Support } from '../../../sdk/src/catalogue/version.ts';

/** Every key of the facts (D.5 to D.7), written from there, apart from the catalogue. */
const expectedKeys: Readonly<Record<SettingSection, string>> = {
  Settings: `
    singleMode minimized silent bringToFrontOnIncoming randomAnswerBox noIgnoreCall multiMonitor alwaysOnTop noResize
    mainX mainY mainW mainH messagesX messagesY messagesW messagesH ringinX ringinY
    callsWidth0 callsWidth1 callsWidth2 callsWidth3 callsWidth4 callsWidth5
    contactsWidth0 contactsWidth1 contactsWidth2 activeTab enableShortcuts shortcutsBottom defaultAction
    lastCallNumber lastCallHasVideo updatesInterval checkUpdatesTime version
    audioRingDevice audioOutputDevice audioInputDevice ringingSound volumeRing volumeOutput volumeInput
    micAmplification swLevelAdjustment audioCodecs VAD EC forceCodec opusStereo EM
    disableVideo videoCaptureDevice videoCodec videoH264 videoH263 videoVP8 videoVP9 videoBitrate
    recordingPath recordingFormat autoRecording recordingButton localDTMF DTMFMethod buttonAC buttonCONF
    sourcePort rtpPortMin rtpPortMax rport dnsSrv dnsSrvNs enableSTUN STUN networkChanges
    portKnockerHost portKnockerPorts userAgent
    autoAnswer autoAnswerDelay autoAnswerNumber autoAnswerCalls denyIncoming DND AA AC FWD
    forwarding forwardingNumber forwardingDelay callWaiting maxConcurrentCalls autoHangUpTime
    featureCodeCP featureCodeBT featureCodeAT enableFeatureCodeCP enableFeatureCodeBT enableFeatureCodeAT
    disableMessaging disableNameLookup enableMediaButtons headsetSupport usersDirectory enableLog
    cmdOutgoingCall cmdIncomingCall cmdCallRing cmdCallAnswer cmdCallAnswerVideo cmdCallStart cmdCallBusy cmdCallEnd
    accountId enableLocalAccount callsLastKey`,
  AccountN: `
    label server proxy domain username authID displayName password passwordSize dialingPrefix dialPlan hideCID
    voicemailNumber transport SRTP publicAddr registerRefresh keepAlive publish ICE allowRewrite
    disableSessionTimer AVPF`,
  Global: 'version checkUpdatesTime',
  Dialed: '0…9',
  Shortcuts: '0…7',
  Calls: '0…999',
  Contacts: '(any)',
};

/** Defaults of the facts that are neither empty nor 0. */
const expectedDefaults: Readonly<Record<string, string>> = {
  'Settings/singleMode': '1',
  'Settings/bringToFrontOnIncoming': '1',
  'Settings/volumeRing': '100',
  'Settings/volumeOutput': '100',
  'Settings/volumeInput': '100',
  'Settings/audioCodecs': 'PCMA/8000/1 PCMU/8000/1',
  'Settings/EC': '1',
  'Settings/videoH264': '1',
  'Settings/videoH263': '1',
  'Settings/videoVP8': '1',
  'Settings/videoVP9': '1',
  'Settings/recordingFormat': 'mp3',
  'Settings/recordingButton': '1',
  'Settings/localDTMF': '1',
  'Settings/buttonAC': '1',
  'Settings/buttonCONF': '1',
  'Settings/rport': '1',
  'Settings/networkChanges': '1',
  'Settings/autoAnswer': 'button',
  'Settings/denyIncoming': 'button',
  'Settings/callWaiting': '1',
  'Settings/featureCodeCP': '**',
  'Settings/featureCodeBT': '##',
  'Settings/featureCodeAT': '*2',
  'Settings/enableFeatureCodeCP': '1',
  'AccountN/transport': 'udp',
  'AccountN/registerRefresh': '300',
  'AccountN/keepAlive': '15',
};

/** Support in 3.20.5, 3.21.6, 3.22.3 and 3.22.16 of all keys that not every version has. */
const expectedSupport: Readonly<Record<string, string>> = {
  'Settings/minimized': 'no yes yes yes',
  'Settings/silent': 'yes yes no no',
  'Settings/multiMonitor': 'no yes unknown yes',
  'Settings/buttonAC': 'no no yes yes',
  'Settings/buttonCONF': 'no no yes yes',
  'Settings/checkUpdatesTime': 'yes yes yes no',
  'Settings/version': 'yes yes yes no',
  'Settings/callsLastKey': 'yes yes yes no',
  'Settings/EM': 'no no no no',
  'Settings/videoH264': 'no yes unknown yes',
  'Settings/videoH263': 'no yes unknown yes',
  'Settings/videoVP8': 'no yes unknown yes',
  'Settings/videoVP9': 'no yes unknown yes',
  'Settings/networkChanges': 'no no yes yes',
  'Settings/autoAnswerCalls': 'no no yes yes',
  'Settings/FWD': 'no yes yes yes',
  'Settings/forwarding': 'no yes yes yes',
  'Settings/forwardingNumber': 'no yes yes yes',
  'Settings/forwardingDelay': 'no yes yes yes',
  'Settings/disableNameLookup': 'no no yes yes',
  'Settings/featureCodeCP': 'no yes yes yes',
  'Settings/featureCodeBT': 'no yes yes yes',
  'Settings/featureCodeAT': 'no yes yes yes',
  'Settings/enableFeatureCodeCP': 'no yes yes yes',
  'Settings/enableFeatureCodeBT': 'no yes yes yes',
  'Settings/enableFeatureCodeAT': 'no yes yes yes',
  'Settings/cmdCallAnswerVideo': 'no yes yes yes',
  'AccountN/passwordSize': 'yes no no no',
  'AccountN/AVPF': 'yes no no no',
  'Global/version': 'no no no yes',
  'Global/checkUpdatesTime': 'no no no yes',
  'Calls/0…999': 'yes yes yes no',
  'Contacts/(any)': 'no no no no',
};

const nameOf = ({ section, key }: SettingEntry): string => `${section}/${key}`;

describe('the settings of the catalogue', () => {
  for (const [section, keys] of Object.entries(expectedKeys)) {
    it(`have every key of [${section}] and no other`, () => {
      assert.deepEqual(
        settings
          .filter((entry) => entry.section === section)
          .map(({ key }) => key)
          .sort(),
        keys.trim().split(/\s+/u).sort(),
      );
    });
  }

  it('have no key twice in a section, whatever its case', () => {
    const names = settings.map((entry) => nameOf(entry).toLowerCase());
    assert.equal(new Set(names).size, names.length);
  });

  it('have the defaults of the facts', () => {
    const defaults = settings
      .filter(({ default: value }) => value !== undefined && value !== '' && value !== '0')
      .map((entry) => [nameOf(entry), entry.default]);
    assert.deepEqual(Object.fromEntries(defaults), expectedDefaults);
  });

  it('hold in the versions of the facts', () => {
    const exceptions = settings
      .map((entry) => [nameOf(entry), supportOf(entry).join(' ')] as const)
      .filter(([, support]) => support !== 'yes yes yes yes');
    assert.deepEqual(Object.fromEntries(exceptions), expectedSupport);
  });

  it('have defaults that fit their type', () => {
    for (const entry of settings) {
      if (entry.default === undefined) continue;
      const { type } = entry;
      switch (type.kind) {
        case 'boolean':
          assert.match(entry.default, /^[01]$/u, nameOf(entry));
          break;
        case 'integer': {
          const value = Number(entry.default);
          assert.ok(Number.isInteger(value), nameOf(entry));
          assert.ok(
            value >= (type.minimum ?? -Infinity) && value <= (type.maximum ?? Infinity),
            nameOf(entry),
          );
          break;
        }
        case 'enumeration':
          assert.ok(
            type.values.some(({ value }) => value === entry.default),
            nameOf(entry),
          );
          break;
        case 'text':
        case 'list':
        case 'device':
        case 'command':
        case 'record':
          break;
      }
    }
  });

  it('have no value twice in an enumeration', () => {
    for (const entry of settings) {
      if (entry.type.kind !== 'enumeration') continue;
      const values = entry.type.values.map(({ value }) => value);
      assert.equal(new Set(values).size, values.length, nameOf(entry));
    }
  });

  it('keep one key secret: the password', () => {
    assert.deepEqual(settings.filter(({ secret }) => secret).map(nameOf), ['AccountN/password']);
  });

  it('read accounts, and nothing else, on demand', () => {
    for (const entry of settings) {
      assert.equal(entry.read === 'on-demand', entry.section === 'AccountN', nameOf(entry));
    }
  });

  it('have the hooks among them, as commands of at most 255 characters', () => {
    assert.deepEqual(
      settings.filter(({ type }) => type.kind === 'command').map(({ key }) => key),
      [...hookKeys],
    );
    assert.deepEqual(settingOf('Settings', 'cmdCallEnd')?.type, { kind: 'command', maximumCharacters: 255 });
  });

  it('know when the ini gave up the call history', () => {
    const calls = settingOf('Calls', '0');
    assert.ok(calls);
    assert.deepEqual(supportIn(calls.availability, '3.22.4'), { support: 'yes', basis: 'release-notes' });
    assert.deepEqual(supportIn(calls.availability, '3.22.5'), { support: 'no', basis: 'release-notes' });
  });

  it('know all types of shortcuts', () => {
    assert.deepEqual(
      shortcutTypes.map(({ type }) => type),
      [
        ...['call', 'video', 'message', 'dtmf', 'transfer', 'attendedTransfer', 'conference'],
        ...['callOrBT', 'callOrAT', 'callOrConference', 'runBatch', 'callURL', 'popURL'],
      ],
    );
  });
});

describe('looking up a setting', () => {
  it('finds every setting under its own name, in any case', () => {
    for (const entry of settings) {
      const section = entry.section === 'AccountN' ? 'Account3' : entry.section;
      const key = entry.keyRange === undefined ? entry.key : String(entry.keyRange[1]);
      assert.equal(settingOf(section, key), entry);
      assert.equal(settingOf(section.toUpperCase(), key.toLowerCase()), entry);
    }
  });

  it('takes each number of a numbered key, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 1500 }), (number) => {
        const key = String(number);
        assert.equal(settingOf('Dialed', key) !== undefined, number >= 0 && number <= 9);
        assert.equal(settingOf('Shortcuts', key) !== undefined, number >= 0 && number <= 7);
        assert.equal(settingOf('Calls', key) !== undefined, number >= 0 && number <= 999);
      }),
    );
    for (const key of ['00', '1.0', ' 1', '', '1e0', '0…9'])
      assert.equal(settingOf('Dialed', key), undefined);
  });

  it('takes the sections of all accounts for one', () => {
    assert.equal(settingSectionOf('Account0'), 'AccountN');
    assert.equal(settingSectionOf('account12'), 'AccountN');
    assert.equal(settingSectionOf('Account'), undefined);
    assert.equal(settingSectionOf('Account1x'), undefined);
    assert.equal(settingSectionOf('[Settings]'), undefined);
  });

  it('finds nothing where MicroSIP has nothing', () => {
    assert.equal(settingOf('General', 'OnIncomingCall'), undefined);
    assert.equal(settingOf('Settings', 'cmdCallIncoming'), undefined);
    assert.equal(settingOf('Settings', 'password'), undefined);
    assert.equal(settingOf('constructor', '__proto__'), undefined);
  });
});

function supportOf(entry: SettingEntry): readonly Support[] {
  return verifiedVersions.map((version) => entry.availability.verified[version]);
}
