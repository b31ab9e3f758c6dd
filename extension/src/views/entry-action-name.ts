import type { ViewCommandName } from '../../contributions/view-commands.ts';

/** What can be done with an entry of a view. */
export type EntryActionName = Exclude<ViewCommandName, 'refreshRecent' | 'refreshContacts'>;

/** All of them. */
export const entryActionNames = [
  'answerCall',
  'rejectCall',
  'holdCall',
  'resumeCall',
  'hangUpCall',
  'dialEntry',
  'copyNumber',
  'openContactsFile',
] as const satisfies readonly EntryActionName[];
