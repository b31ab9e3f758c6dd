/** What the phone and its far ends say they can do. */
export const allow =
  'PRACK, INVITE, ACK, BYE, CANCEL, UPDATE, INFO, SUBSCRIBE, NOTIFY, REFER, MESSAGE, OPTIONS';
export const supported = 'replaces, 100rel, timer, norefersub';
