import { defaultView, requireKeyPath, requireRemovableKey } from './key-path.ts';
import type { RegistryEdit, RegistryView } from './windows-registry.ts';

/** A change that is made by importing a registration file. */
export type ImportedEdit = Exclude<RegistryEdit, { readonly edit: 'remove-empty-key' }>;

/** A removal that `reg.exe delete` makes. */
export type DeletedKey = Extract<RegistryEdit, { readonly edit: 'remove-key' | 'remove-empty-key' }>;

/** What one start of `reg.exe` changes. */
export type EditRun =
  | { readonly deleted: DeletedKey }
  /** Changes in one view, one after the other. */
  | { readonly view: RegistryView; readonly imported: readonly ImportedEdit[] };

/**
 * Refuses a change that no way to the registry may make.
 *
 * @throws MicroSipError `INVALID_ARGUMENT`
 */
export function requireEdit(edit: RegistryEdit): void {
  if (edit.edit === 'remove-key' || edit.edit === 'remove-empty-key') requireRemovableKey(edit.key);
  else requireKeyPath(edit.key);
}

/**
 * Changes in their order, in parts that `reg.exe` makes at once: it imports into one view at a time.
 *
 * A key of the machine is removed by itself, since an import may look for it in the other view than for what it sets
 * (that of Wine does): there it would remove what is not meant. Keys of the user are in both views. A key that has to
 * be empty is removed by itself as well, since it is looked into first.
 */
export function editRuns(edits: readonly RegistryEdit[]): readonly EditRun[] {
  const runs: EditRun[] = [];
  let open: { readonly view: RegistryView; readonly imported: ImportedEdit[] } | undefined;
  for (const edit of edits) {
    if (edit.edit === 'remove-empty-key' || (edit.edit === 'remove-key' && edit.key.root === 'HKLM')) {
      runs.push({ deleted: edit });
      open = undefined;
      continue;
    }
    const view = edit.key.view ?? defaultView;
    if (open?.view === view) open.imported.push(edit);
    else {
      open = { view, imported: [edit] };
      runs.push(open);
    }
  }
  return runs;
}
