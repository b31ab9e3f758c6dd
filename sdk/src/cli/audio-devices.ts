import type { AudioDevice } from '../action/phone-action.ts';

/** The kit's short names of the audio devices, which are MicroSIP's. */
export const audioDevices = { mic: 'microphone', speaker: 'speaker' } as const satisfies Record<
  string,
  AudioDevice
>;

/** An audio device, as a word of a command line of the kit. */
export type AudioDeviceWord = keyof typeof audioDevices;

/** Whether a word names an audio device. */
export function isAudioDeviceWord(word: string): word is AudioDeviceWord {
  return Object.hasOwn(audioDevices, word);
}
