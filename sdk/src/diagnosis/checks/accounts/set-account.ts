/** The command of the kit that sets a key of an account, as a remedy names it. */
export function setAccount(key: string): string {
  return `\`microsip settings set ${key} <value> --account <number> --restart\``;
}

/** A text of the ini for that command; left open where it is nothing to be pasted into a shell. */
export function pastable(value: string): string {
  return /^[\w.:-]+$/u.test(value) ? value : '…';
}
