import type {
  RegistryEdit,
  RegistryKey,
  RegistryPath,
} from '../../../sdk/src/installation/registry/windows-registry.ts';

/** The path of a key below a key. */
export function keyBelow(key: RegistryPath, ...names: readonly string[]): RegistryPath {
  return { ...key, path: [key.path, ...names].join('\\') };
}

/** What makes a tree: one change for each value. */
export function editsOfTree(key: RegistryPath, tree: RegistryKey): readonly RegistryEdit[] {
  return [
    ...[...tree.values].map(([name, value]): RegistryEdit => ({ edit: 'set', key, name, value })),
    ...[...tree.keys].flatMap(([name, child]) => editsOfTree(keyBelow(key, name), child)),
  ];
}

/** What becomes of a tree that is made value by value. */
export function withoutEmptyKeys(tree: RegistryKey): RegistryKey | undefined {
  const keys = new Map<string, RegistryKey>();
  for (const [name, child] of tree.keys) {
    const kept = withoutEmptyKeys(child);
    if (kept !== undefined) keys.set(name, kept);
  }
  return tree.values.size === 0 && keys.size === 0 ? undefined : { values: tree.values, keys };
}
