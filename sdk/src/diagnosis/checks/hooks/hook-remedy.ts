/** What to do about a hook: the way that mends it, or to be rid of it. */
export function hookRemedy(mending: string): string {
  return `${mending}; or take the hook out with \`microsip settings unset <key> --restart\`, and let \`microsip hooks install\` set one that works.`;
}
