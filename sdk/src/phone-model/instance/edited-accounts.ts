import type { PhoneSettings } from '../phone-settings.ts';
import { change, type Turn } from '../turn.ts';

/**
 * The accounts of the ini are others now. They are only ever read when they are needed, so the new ones count from here
 * on; but the active one has been read already and stays as it is, even if its section is gone (facts D.3).
 */
export function takeEditedAccounts(turn: Turn, edited: PhoneSettings['accounts']): void {
  const { settings } = turn.state;
  const { [settings.accountId]: _unread, ...others } = edited;
  const active = settings.accounts[settings.accountId];
  const accounts = active === undefined ? others : { ...others, [settings.accountId]: active };
  change(turn, { settings: { ...settings, accounts } });
}
