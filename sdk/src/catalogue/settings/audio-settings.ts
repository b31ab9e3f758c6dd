import { availability, everyVersion, newIn3216ButUnreadIn3223 } from '../availability.ts';
import { source, trap } from '../provenance.ts';
import { describeSettings } from './describe-setting.ts';

const loading = source('D.5', 'settings.cpp: SettingsLoad', 'settings.cpp: SettingsSave');

const deviceByName = trap(
  'K.32',
  'A device is known by its name alone: rename the headset, and the default device takes its place.',
);

const fullEditionOnly = source('J');

/** Keys of `[Settings]` about sound, DTMF and recording. */
export const audioSettings = describeSettings(
  { section: 'Settings', group: 'audio', read: 'start', sources: [loading] },
  [
    {
      key: 'audioRingDevice',
      type: { kind: 'device' },
      default: '',
      meaning: 'The device that rings.',
      quotedWhenSaved: everyVersion,
      traps: [deviceByName],
    },
    {
      key: 'audioOutputDevice',
      type: { kind: 'device' },
      default: '',
      meaning: 'The speaker.',
      quotedWhenSaved: everyVersion,
      traps: [deviceByName],
    },
    {
      key: 'audioInputDevice',
      type: { kind: 'device' },
      default: '',
      meaning: 'The microphone.',
      quotedWhenSaved: everyVersion,
      traps: [deviceByName],
    },
    {
      key: 'ringingSound',
      type: { kind: 'text' },
      default: '',
      meaning: 'A WAV file to ring with; empty for the built-in sound.',
    },
    {
      key: 'volumeRing',
      type: { kind: 'integer', minimum: 0, maximum: 100, unit: 'percent' },
      default: '100',
      meaning: 'Volume of the ringing.',
    },
    {
      key: 'volumeOutput',
      type: { kind: 'integer', minimum: 0, maximum: 100, unit: 'percent' },
      default: '100',
      meaning: 'Volume of the speaker.',
    },
    {
      key: 'volumeInput',
      type: { kind: 'integer', minimum: 0, maximum: 100, unit: 'percent' },
      default: '100',
      meaning: 'Volume of the microphone.',
    },
    {
      key: 'micAmplification',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Amplifies the microphone.',
      basis: 'inferred',
    },
    {
      key: 'swLevelAdjustment',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Adjusts the microphone level in software.',
      basis: 'inferred',
    },
    {
      key: 'audioCodecs',
      type: { kind: 'list', separator: ' ', maximumCharacters: 511 },
      default: 'PCMA/8000/1 PCMU/8000/1',
      meaning: 'The enabled codecs; their order is their priority.',
      differences: [{ versions: ['3.20.5'], text: 'Only 255 characters are read.' }],
      sources: [loading, source('D.4')],
    },
    {
      key: 'VAD',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Voice activity detection.',
      basis: 'inferred',
    },
    { key: 'EC', type: { kind: 'boolean' }, default: '1', meaning: 'Echo cancellation.', basis: 'inferred' },
    {
      key: 'forceCodec',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Forces the codec for incoming calls.',
      basis: 'inferred',
    },
    {
      key: 'opusStereo',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Opus in stereo.',
      basis: 'inferred',
    },
    {
      key: 'EM',
      type: { kind: 'boolean' },
      meaning: 'Early media. A key of one fork of 3.20.5; MicroSIP itself never had it.',
      availability: availability(['no', 'no', 'no', 'no']),
      sources: [source('D.5'), source('0')],
    },
    {
      key: 'localDTMF',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'Plays DTMF tones locally, and a beep before an automatic answer.',
      traps: [trap('G', 'With 1, an automatic answer waits until the beep has ended.')],
    },
    {
      key: 'DTMFMethod',
      type: {
        kind: 'enumeration',
        values: [
          { value: '0', meaning: 'By itself: RFC 2833, else in-band.' },
          { value: '1', meaning: 'In-band.' },
          { value: '2', meaning: 'RFC 2833.' },
          { value: '3', meaning: 'SIP INFO.' },
        ],
      },
      default: '0',
      meaning: 'How DTMF digits are sent.',
      sources: [loading, source('A.8', 'Dialer.cpp: DTMF')],
    },
    {
      key: 'recordingPath',
      type: { kind: 'text' },
      meaning:
        'Folder of the recordings. When missing: `Recordings` beside a portable program, else `Desktop\\Recordings`.',
      sources: [loading, source('F.4')],
    },
    {
      key: 'recordingFormat',
      type: {
        kind: 'enumeration',
        values: [
          { value: 'mp3', meaning: 'MP3; every value but `wav` counts as this.' },
          { value: 'wav', meaning: 'WAV.' },
        ],
      },
      default: 'mp3',
      meaning: 'Format of the recordings.',
    },
    {
      key: 'autoRecording',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Records every call.',
      basis: 'inferred',
    },
    {
      key: 'recordingButton',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'Shows the record button.',
      basis: 'inferred',
    },
  ],
);

/** Keys of `[Settings]` about video; the Lite edition has no video. */
export const videoSettings = describeSettings(
  { section: 'Settings', group: 'video', read: 'start', sources: [loading, fullEditionOnly] },
  [
    {
      key: 'disableVideo',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Turns video off.',
      basis: 'inferred',
    },
    {
      key: 'videoCaptureDevice',
      type: { kind: 'device' },
      default: '',
      meaning: 'The camera.',
      quotedWhenSaved: everyVersion,
      traps: [deviceByName],
    },
    {
      key: 'videoCodec',
      type: { kind: 'text' },
      default: '',
      meaning: 'The preferred video codec.',
      basis: 'inferred',
    },
    {
      key: 'videoH264',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'Enables H.264.',
      availability: newIn3216ButUnreadIn3223,
    },
    {
      key: 'videoH263',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'Enables H.263.',
      availability: newIn3216ButUnreadIn3223,
    },
    {
      key: 'videoVP8',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'Enables VP8.',
      availability: newIn3216ButUnreadIn3223,
    },
    {
      key: 'videoVP9',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'Enables VP9.',
      availability: newIn3216ButUnreadIn3223,
    },
    {
      key: 'videoBitrate',
      type: { kind: 'integer' },
      default: '0',
      meaning: 'Bit rate of the video.',
      basis: 'inferred',
    },
  ],
);
