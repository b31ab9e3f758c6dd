import { everyVersionButUnreadIn3223, newIn3216ButUnreadIn3223 } from '../availability.ts';
import type { Availability } from '../version.ts';

/** A menu id that reaches the main window as `WM_COMMAND`: undocumented, and free to change. */
export interface MenuCommand {
  readonly name: string;
  readonly id: number;
  readonly meaning: string;
  readonly availability: Availability;
}

/** The menu ids read in the source (facts I); what they do is told by their names. None answers or hangs up. */
export const menuCommands: readonly MenuCommand[] = [
  { name: 'ID_EXIT', id: 32784, meaning: 'Ends the program.', availability: everyVersionButUnreadIn3223 },
  {
    name: 'ID_SETTINGS',
    id: 32789,
    meaning: 'Opens the settings.',
    availability: everyVersionButUnreadIn3223,
  },
  { name: 'ID_LOG', id: 32786, meaning: 'Opens the log.', availability: everyVersionButUnreadIn3223 },
  {
    name: 'ID_ALWAYS_ON_TOP',
    id: 32776,
    meaning: 'Toggles always-on-top.',
    availability: everyVersionButUnreadIn3223,
  },
  {
    name: 'ID_SHORTCUTS',
    id: 32798,
    meaning: 'Opens the shortcuts.',
    availability: everyVersionButUnreadIn3223,
  },
  {
    name: 'ID_MUTE_INPUT',
    id: 32802,
    meaning: 'Mutes the microphone.',
    availability: newIn3216ButUnreadIn3223,
  },
  {
    name: 'ID_MUTE_OUTPUT',
    id: 32803,
    meaning: 'Mutes the speaker.',
    availability: newIn3216ButUnreadIn3223,
  },
  {
    name: 'ID_ACCOUNT_CHANGE_RANGE',
    id: 40_000,
    meaning: 'Plus an index: switches the account.',
    availability: everyVersionButUnreadIn3223,
  },
];
