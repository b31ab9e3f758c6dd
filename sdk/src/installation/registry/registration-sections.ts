import { foldName, sameName } from './key-names.ts';
import { fullKeyName } from './key-path.ts';
import { KeyTree } from './key-tree.ts';
import type { RegistrationSection } from './registration-file.ts';
import type { NamedValue } from './value-reader.ts';
import type { ImportedEdit } from './registry-edits.ts';
import type { RegistryKey, RegistryPath } from './windows-registry.ts';

/** Changes as sections of a registration file, in the same order: what follows on in a key shares its section. */
export function sectionsOfEdits(edits: readonly ImportedEdit[]): readonly RegistrationSection[] {
  const sections: { key: string; removed: boolean; values: NamedValue[] }[] = [];
  for (const edit of edits) {
    const key = fullKeyName(edit.key);
    if (edit.edit === 'remove-key') {
      sections.push({ key, removed: true, values: [] });
      continue;
    }
    const value: NamedValue = [edit.name, edit.edit === 'set' ? edit.value : undefined];
    const last = sections.at(-1);
    if (last !== undefined && !last.removed && sameName(last.key, key)) last.values.push(value);
    else sections.push({ key, removed: false, values: [value] });
  }
  return sections;
}

/** The key of an export with all that lies below it; nothing when the export does not have it. */
export function keyOfSections(
  sections: readonly RegistrationSection[],
  path: RegistryPath,
): RegistryKey | undefined {
  const top = foldName(fullKeyName(path));
  const tree = new KeyTree();
  let found = false;
  for (const { key, removed, values } of sections) {
    if (removed || !isSameOrBelow(foldName(key), top)) continue;
    found = true;
    const branch = tree.branch(key.length === top.length ? [] : key.slice(top.length + 1).split('\\'));
    for (const [name, value] of values) if (value !== undefined) branch.values.set(name, value);
  }
  return found ? tree : undefined;
}

function isSameOrBelow(key: string, top: string): boolean {
  return key === top || (key.startsWith(top) && key[top.length] === '\\');
}
