import {
  availability,
  everyVersion,
  goneIn3223,
  goneIn3225,
  goneIn32216,
  newIn3216,
  newIn3223,
  newIn32216,
  newIn3225,
} from '../availability.ts';
import type { Availability } from '../version.ts';

/** What came and went between the versions read. */
export interface VersionChange {
  readonly feature: string;
  readonly availability: Availability;
}

/** The versions side by side (facts M). */
export const versionChanges: readonly VersionChange[] = [
  {
    feature:
      '`/answer`, `/hangupall`, `/hangupcalling`, `/dtmf:`, `/transfer:`, `/account:`, `/password:`, `/minimized`, `/exit`',
    availability: everyVersion,
  },
  { feature: '`/hangupincoming`', availability: newIn3216 },
  { feature: '`/hidden`', availability: goneIn3223 },
  { feature: '`/reset`', availability: availability(['partly', 'yes', 'yes', 'yes']) },
  { feature: '`/resetnoask`', availability: newIn3216 },
  { feature: '`dial:` and `dialpad:`', availability: newIn3216 },
  { feature: '`%20` and `%2B` in a number', availability: newIn3216 },
  { feature: '`msip:micmute` that mutes instead of toggling, `…unmute`, `…click`', availability: newIn3216 },
  {
    feature: '`cmdCallAnswerVideo`, placeholders in `cmdOutgoingCall`, quoted save',
    availability: newIn3216,
  },
  { feature: '`minimized` in the ini, forwarding, feature codes', availability: newIn3216 },
  { feature: '`silent` in the ini', availability: goneIn3223 },
  { feature: 'An MSI installation is recognised', availability: goneIn32216 },
  {
    feature: 'Caller id of P-Asserted-Identity or Remote-Party-ID in hooks, on an incoming INVITE only',
    availability: newIn3223,
  },
  { feature: 'Call history in the ini', availability: goneIn3225 },
  { feature: 'Call history in SQLite', availability: newIn3225 },
  {
    feature: 'The ini is opened exclusively, a modal error when that fails (seen in 3.22.9 in production)',
    availability: newIn32216,
  },
  { feature: '`/exit` sent as `WM_CLOSE`', availability: goneIn32216 },
  { feature: '`/exit` sent as `WM_COMMAND` 32784', availability: newIn32216 },
  { feature: 'Ageing check', availability: newIn32216 },
  {
    feature: 'Video edition refuses to start when the camera is denied',
    availability: availability(['no', 'no', 'no', 'yes'], { since: '3.22.6' }),
  },
  { feature: 'Restarts itself after a crash', availability: availability(['no', 'no', 'unknown', 'yes']) },
];
