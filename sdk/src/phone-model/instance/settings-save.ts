import { limits } from '../../catalogue/limits.ts';
import { change, emit, type Turn } from '../turn.ts';

/** Rewrites the ini a while after something done in a window (facts D.3); every further act puts it off (inferred). */
export function saveSettingsSoon(turn: Turn): void {
  change(turn, { settingsSaveAt: turn.at + limits.pendingSaveDelay.value });
}

/** Rewrites all of `[Settings]` (facts D.3). */
export function saveSettings(turn: Turn): void {
  change(turn, { settingsSaveAt: null });
  emit(turn, { do: 'settingsSave', accountId: turn.state.settings.accountId });
}
