import { defaultView, requireKeyPath, requireRemovableKey } from './key-path.ts';
import type { RegistryEdit, RegistryView } from './windows-registry.ts';

/** Changes in one view, one after the other. */
export interface EditRun {
  readonly view: RegistryView;
  readonly edits: readonly RegistryEdit[];
}

/**
 * Refuses a change that no way to the registry may make.
 *
 * @throws MicroSipError `INVALID_ARGUMENT`
 */
export function requireEdit(edit: RegistryEdit): void {
  if (edit.edit === 'remove-key') requireRemovableKey(edit.key);
  else requireKeyPath(edit.key);
}

/**
 * Changes in their order, in parts that `reg.exe` makes at once: it imports into one view at a time.
 *
 * A key of the machine is removed by itself, since an import may look for it in the other view than for what it sets
 * (that of Wine does): there it would remove what is not meant. Keys of the user are in both views.
 */
export function editRuns(edits: readonly RegistryEdit[]): readonly EditRun[] {
  const runs: { view: RegistryView; edits: RegistryEdit[] }[] = [];
  let isOpen = false;
  for (const edit of edits) {
    const view = edit.key.view ?? defaultView;
    const last = runs.at(-1);
    const alone = removesMachineKey(edit);
    if (isOpen && !alone && last?.view === view) last.edits.push(edit);
    else runs.push({ view, edits: [edit] });
    isOpen = !alone;
  }
  return runs;
}

/** Whether a change takes a key away from everybody on this machine. */
export function removesMachineKey(edit: RegistryEdit): boolean {
  return edit.edit === 'remove-key' && edit.key.root === 'HKLM';
}
