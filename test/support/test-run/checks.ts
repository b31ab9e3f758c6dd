import path from 'node:path';

import { runCommand } from '../run-command.ts';
import type { Outcome } from './outcome.ts';

const packages = path.join(import.meta.dirname, '../../../node_modules');

interface Check {
  readonly part: string;
  readonly program: string;
  readonly parameters: readonly string[];
}

const checks: readonly Check[] = [
  { part: 'types', program: 'typescript/lib/tsc.js', parameters: ['--build'] },
  { part: 'lint', program: 'eslint/bin/eslint.js', parameters: ['.'] },
  {
    part: 'format',
    program: 'prettier/bin/prettier.cjs',
    parameters: ['--check', '--log-level', 'warn', '.'],
  },
];

/** Runs the compiler, the linter and the formatter's check; each counts as one test. */
export async function runChecks(root: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { part, program, parameters } of checks) {
    const started = Date.now();
    const { ok, output } = await runCommand(process.execPath, [path.join(packages, program), ...parameters], {
      cwd: root,
      timeout: 600_000,
    });
    console.log(ok ? `  ✔ ${part}` : `  ✖ ${part}\n\n${output}\n`);
    outcomes.push({
      part,
      passed: ok ? 1 : 0,
      failed: ok ? 0 : 1,
      skipped: [],
      milliseconds: Date.now() - started,
    });
  }
  return outcomes;
}
