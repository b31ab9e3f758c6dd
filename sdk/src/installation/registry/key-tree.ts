import type { RegistryKey, RegistryValue } from './windows-registry.ts';

/** A key being read. */
export class KeyTree implements RegistryKey {
  readonly values = new Map<string, RegistryValue>();
  readonly keys = new Map<string, KeyTree>();

  /** A key below it, made with all on the way. */
  branch(names: readonly string[]): KeyTree {
    return names.reduce<KeyTree>((above, name) => above.child(name), this);
  }

  child(name: string): KeyTree {
    const existing = this.keys.get(name);
    if (existing !== undefined) return existing;
    const child = new KeyTree();
    this.keys.set(name, child);
    return child;
  }

  /** Gives another key all that this one has. */
  copyTo(other: KeyTree): void {
    for (const [name, value] of this.values) other.values.set(name, value);
    for (const [name, key] of this.keys) key.copyTo(other.child(name));
  }
}
