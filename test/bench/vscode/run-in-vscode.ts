import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { runVsCodeTests } from '../../support/vscode/vscode-tests.ts';
import type { Finding } from '../measurement.ts';

const root = path.join(import.meta.dirname, '../../..');

/** What a suite is told by its environment. */
export interface MeasuringSuite {
  /** Its file in this folder. */
  readonly file: string;
  /** The variable that names the file for its report, which is JSON. */
  readonly reportVariable: string;
  /** What else it needs. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** Has a suite measure inside a real VS Code, and gives its report to read; without one there is nothing to find but why. */
export async function runInVsCode(
  { file, reportVariable, environment = {} }: MeasuringSuite,
  goal: Pick<Finding, 'subject' | 'aim'>,
  read: (report: unknown) => readonly Finding[],
): Promise<readonly Finding[]> {
  using folder = temporaryDirectory();
  const report = path.join(folder.path, 'report.json');
  const { skipped } = await runVsCodeTests(root, {
    files: [path.join(import.meta.dirname, file)],
    grep: undefined,
    environment: { ...environment, [reportVariable]: report },
    announce: (line) => console.log(line),
  });
  if (existsSync(report)) return read(JSON.parse(readFileSync(report, 'utf8')));
  return [{ ...goal, figure: skipped[0]?.reason ?? 'it failed', reached: false }];
}
