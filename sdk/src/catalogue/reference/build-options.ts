/** A compile-time option visible in the source (facts J). */
export interface BuildOption {
  readonly macro: string;
  readonly meaning: string;
  /** Where it was seen, as the facts put it. */
  readonly seenIn: string;
}

const featureOfThisName = 'A feature; what it is was not read beyond its name.';

/** What a build of one's own, or the vendor's custom build, can change. The files are `define.h`, `const.h` and the project. */
export const buildOptions: readonly BuildOption[] = [
  { macro: '_GLOBAL_VIDEO', meaning: 'Full edition; without it, Lite.', seenIn: 'every version' },
  {
    macro: '_GLOBAL_NAME',
    meaning:
      'Product name: window class, folders, registry key, User-Agent; also `_GLOBAL_NAME_NICE` and `_GLOBAL_NAME_VISIBLE`.',
    seenIn: 'every version',
  },
  { macro: '_GLOBAL_COMPANY', meaning: 'Company.', seenIn: 'every version' },
  { macro: '_GLOBAL_VERSION', meaning: 'Version; also `_GLOBAL_VERSION_COMMA`.', seenIn: 'every version' },
  {
    macro: '_GLOBAL_TIMESTAMP',
    meaning: 'Build date, from which the ageing check counts.',
    seenIn: '3.22.16',
  },
  { macro: '_GLOBAL_KEY', meaning: 'Key of the password cipher.', seenIn: 'every version' },
  { macro: '_GLOBAL_CODECS_ENABLED', meaning: 'Codecs enabled by default.', seenIn: 'every version' },
  { macro: '_GLOBAL_EC_DEFAULT', meaning: 'Default of the echo cancellation.', seenIn: 'every version' },
  {
    macro: '_GLOBAL_SETT_AA_DEFAULT',
    meaning: 'Default of `autoAnswer`: `button`.',
    seenIn: 'every version',
  },
  {
    macro: '_GLOBAL_SETT_DENYINC_DEFAULT',
    meaning: 'Default of `denyIncoming`: `button`.',
    seenIn: 'every version',
  },
  { macro: '_GLOBAL_SETT_HIDDEN_VALUE', meaning: 'Default of the hidden mode.', seenIn: 'up to 3.21.6' },
  {
    macro: '_GLOBAL_SHORTCUTS',
    meaning: 'Panel of shortcuts; `_GLOBAL_SHORTCUTS_QTY` (8) and `_GLOBAL_SHORTCUTS_ROWS` set its size.',
    seenIn: 'every version',
  },
  {
    macro: '_GLOBAL_FEATURE_CODES_CP_*',
    meaning: 'Feature code for call pickup.',
    seenIn: '3.21.6, 3.22.16',
  },
  { macro: '_GLOBAL_CALL_PICKUP', meaning: 'Call pickup.', seenIn: '3.21.6, 3.22.16' },
  {
    macro: '_GLOBAL_BUSINESS_FEATURE',
    meaning: 'Gates the shortcuts that run programs or open addresses.',
    seenIn: 'up to 3.22.3',
  },
  { macro: '_GLOBAL_SUBSCRIBE', meaning: featureOfThisName, seenIn: 'some versions' },
  { macro: '_GLOBAL_DPI', meaning: featureOfThisName, seenIn: 'some versions' },
  { macro: '_GLOBAL_DTLS', meaning: featureOfThisName, seenIn: 'some versions' },
  { macro: '_GLOBAL_TECH_DETAILS', meaning: featureOfThisName, seenIn: 'some versions' },
  { macro: '_GLOBAL_MENU_*', meaning: 'Links in the menu.', seenIn: 'every version' },
  {
    macro: '_GLOBAL_URL_CHECK_VERSION',
    meaning: 'Address of the update check; others of its kind lead to help.',
    seenIn: 'every version',
  },
  { macro: '_GLOBAL_NO_DIALER', meaning: 'Remnant of a custom build.', seenIn: '3.20.5' },
  { macro: '_GLOBAL_NO_CONTROL_BUTTONS', meaning: 'Remnant of a custom build.', seenIn: '3.20.5' },
  { macro: '_GLOBAL_END_CALL_DISABLED', meaning: 'Remnant of a custom build.', seenIn: '3.20.5' },
  { macro: '_GLOBAL_DIALER_NO_CALLS', meaning: 'Remnant of a custom build.', seenIn: '3.20.5' },
  {
    macro: '_GLOABL_ICON_DEFAULT_OFFLINE',
    meaning: 'Something of the interface; the name is misspelt in the source.',
    seenIn: '3.22.16',
  },
  {
    macro: '_GLOABL_BOTTOM_BUTTONS_CENTER',
    meaning: 'Something of the interface; the name is misspelt in the source.',
    seenIn: '3.22.16',
  },
  {
    macro: 'MACRO_ENABLE_LOCAL_ACCOUNT',
    meaning: 'Whether the local account is active: `enableLocalAccount`, or no account at all.',
    seenIn: 'every version',
  },
  { macro: 'MACRO_SILENT', meaning: 'Quiet operation: `silent` or hidden.', seenIn: 'up to 3.21.6' },
];
