import type { VerifiedVersion } from '../../catalogue/version.ts';
import type { DenyIncomingMode, PhoneSettings } from '../phone-settings.ts';

/** The modes of `denyIncoming` that 3.20.5 names differently (facts G; which is which is inferred). */
export const denyModeNamesIn3205: Readonly<Partial<Record<DenyIncomingMode, string>>> = {
  remotedomain: 'rdomain',
  userdomain: 'address',
};

/** The settings the model knows, as the texts MicroSIP stores. */
export function settingsText(
  settings: PhoneSettings,
  version: VerifiedVersion,
): Readonly<Record<string, string>> {
  const texts: Record<string, string> = { ...settings.hooks };
  for (const [key, value] of Object.entries({ ...settings } as Readonly<Record<string, unknown>>)) {
    if (typeof value === 'boolean') texts[key] = value ? '1' : '0';
    if (typeof value === 'number' || typeof value === 'string') texts[key] = String(value);
  }
  const { denyIncoming } = settings;
  texts['denyIncoming'] =
    (version === '3.20.5' ? denyModeNamesIn3205[denyIncoming] : undefined) ?? denyIncoming;
  return texts;
}
