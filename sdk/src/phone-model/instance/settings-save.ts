import { change, emit, type Turn } from '../turn.ts';

/** How long after something done in a window the ini is rewritten, in milliseconds (facts D.3). */
export const pendingSaveMs = 5000;

/** Rewrites the ini 5 s from now; every further act puts it off again (inferred). */
export function saveSettingsSoon(turn: Turn): void {
  change(turn, { settingsSaveAt: turn.at + pendingSaveMs });
}

/** Rewrites all of `[Settings]` (facts D.3). */
export function saveSettings(turn: Turn): void {
  change(turn, { settingsSaveAt: null });
  emit(turn, { do: 'settingsSave', accountId: turn.state.settings.accountId });
}
