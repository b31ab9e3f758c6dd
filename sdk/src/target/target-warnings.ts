import type { TargetWarning, TargetWarningCode } from './target.ts';

/** Shared by all targets without a warning, which are most. */
const noWarnings: readonly TargetWarning[] = Object.freeze([]);

/** Gathers the warnings of one target. */
export class WarningList {
  #warnings: TargetWarning[] | undefined;

  add(code: TargetWarningCode, message: string): void {
    (this.#warnings ??= []).push({ code, message });
  }

  get all(): readonly TargetWarning[] {
    return this.#warnings ?? noWarnings;
  }
}
