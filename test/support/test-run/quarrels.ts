/** Test files of which only one may run at a time. */
export interface Quarrel {
  /** What they share. */
  readonly over: string;
  /** Relative to `test/`. */
  readonly files: readonly string[];
}

export const quarrels: readonly Quarrel[] = [
  {
    over: 'extension/dist, which each of them writes anew',
    files: [
      'workbench/dial-by-hand.test.ts',
      'workbench/two-windows.test.ts',
      'workbench/typing.test.ts',
      'workbench/without-microsip.test.ts',
    ],
  },
];

/** Test files that no other may run beside, and why. */
export const loners: ReadonlyMap<string, string> = new Map([]);
