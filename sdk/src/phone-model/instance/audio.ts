import { limits } from '../../catalogue/limits.ts';
import type { AudioDevice } from '../command-effect.ts';
import type { DeviceState } from '../phone-state.ts';
import { change, type Turn } from '../turn.ts';
import { saveSettingsSoon } from './settings-save.ts';

export function setMuted(turn: Turn, device: AudioDevice, muted: boolean): void {
  setDevice(turn, device, { ...deviceOf(turn, device), muted });
}

export function toggleMuted(turn: Turn, device: AudioDevice): void {
  setMuted(turn, device, !deviceOf(turn, device).muted);
}

/** Plus or minus; on a muted device the first press only unmutes (facts A.3). */
export function stepVolume(turn: Turn, device: AudioDevice, direction: 'up' | 'down'): void {
  const { muted, volume } = deviceOf(turn, device);
  if (muted) {
    setMuted(turn, device, false);
    return;
  }
  const step = limits.volumeStep.value;
  const stepped = volume + (direction === 'up' ? step : -step);
  setDevice(turn, device, { muted, volume: Math.min(100, Math.max(0, stepped)) });
  saveSettingsSoon(turn);
}

function deviceOf(turn: Turn, device: AudioDevice): DeviceState {
  return device === 'mic' ? turn.state.microphone : turn.state.speaker;
}

function setDevice(turn: Turn, device: AudioDevice, to: DeviceState): void {
  const { settings } = turn.state;
  if (device === 'mic') change(turn, { microphone: to, settings: { ...settings, volumeInput: to.volume } });
  else change(turn, { speaker: to, settings: { ...settings, volumeOutput: to.volume } });
}
