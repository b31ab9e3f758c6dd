/**
 * Keeps the places of what a list shows. VS Code speaks of the entries of a quick pick by their places, and what it says
 * can arrive after the list was given others: a place must not come to mean somebody else then.
 */
export class SteadyPlaces<Entry> {
  readonly #hidden: (entry: Entry) => Entry;
  readonly #gone: Entry[] = [];
  #shown: readonly Entry[] = [];

  /** @param hidden - makes an entry one that is not drawn, and still means the same */
  constructor(hidden: (entry: Entry) => Entry) {
    this.#hidden = hidden;
  }

  /** Everything that is to be in the list for it to show entries instead of those it shows now. */
  show(entries: readonly Entry[]): readonly Entry[] {
    for (const entry of this.#shown) this.#gone.push(this.#hidden(entry));
    this.#shown = entries;
    return [...this.#gone, ...entries];
  }
}
