/**
 * The command of the kit that sets a key of an account.
 *
 * @param value - text of the ini; left open where it is nothing to be pasted into a shell
 */
export function setAccount(number: number, key: string, value = ''): string {
  const plain = /^[\w.:-]+$/u.test(value) ? value : '…';
  return `\`microsip settings set ${key} ${plain} --account ${number} --restart\``;
}
