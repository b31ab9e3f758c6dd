/** The rooms behind the SDK's main entry, as a reader calls them, in the order of the sidebar. */
export const roomTitles = /** @type {const} */ ({
  microsip: 'The phone',
  action: 'Commands',
  target: 'Targets',
  events: 'Calls and events',
  settings: 'Settings',
  history: 'History and contacts',
  contacts: 'History and contacts',
  installation: 'Installations',
  channel: 'Delivery',
  diagnosis: 'Diagnosis',
  catalogue: 'Catalogue',
  'microsip-error': 'Errors',
  emitter: 'Calls and events',
  'plan-launches': 'Delivery',
});

/**
 * @param {string} file a source file of the SDK, relative to `sdk/src`
 * @returns {string} the title of the room it lives in
 * @throws {Error} for a room without a title
 */
export function roomTitleOf(file) {
  const [room = ''] = file.replaceAll('\\', '/').split('/');
  const name = room.replace(/\.ts$/u, '');
  const title = Object.entries(roomTitles).find(([key]) => key === name)?.[1];
  if (title === undefined) throw new Error(`No title in docs-site/sdk-reference/room-titles.mjs for ${file}`);
  return title;
}
