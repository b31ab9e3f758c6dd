/**
 * Gives the entries of a view ids of their own: where two have the same one, VS Code shows none at all, and what they are
 * made of comes from files that may be damaged.
 *
 * @returns makes an id of what tells an entry apart as a rule
 */
export function uniqueIds(): (identity: string) => string {
  const counts = new Map<string, number>();
  return (identity) => {
    const count = (counts.get(identity) ?? 0) + 1;
    counts.set(identity, count);
    return `${count} ${identity}`;
  };
}
