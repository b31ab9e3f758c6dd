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

/** Changes in their order, cut wherever the view changes: `reg.exe` imports into one at a time. */
export function sameViewRuns(edits: readonly RegistryEdit[]): readonly EditRun[] {
  const runs: { view: RegistryView; edits: RegistryEdit[] }[] = [];
  for (const edit of edits) {
    const view = edit.key.view ?? defaultView;
    const last = runs.at(-1);
    if (last?.view === view) last.edits.push(edit);
    else runs.push({ view, edits: [edit] });
  }
  return runs;
}
