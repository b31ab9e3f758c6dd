/** Something that was not run, and why. */
export interface Skipped {
  readonly title: string;
  readonly reason: string;
}

/** What came of one part of the test run: the linter, the mocha files, the VS Code suites … */
export interface Outcome {
  readonly part: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly Skipped[];
  /** How many files failed beside others and passed by themselves. */
  readonly unsteady?: number;
  readonly milliseconds: number;
}
