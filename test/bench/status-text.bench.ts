import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';

import * as v from 'valibot';

import { temporaryDirectory } from '../support/sdk/temporary-directory.ts';
import { runVsCodeTests } from '../support/vscode/vscode-tests.ts';
import { type Benchmark, milliseconds } from './measurement.ts';
import { statusTextReport } from './vscode/status-text-report.ts';

const root = path.join(import.meta.dirname, '../..');
const aim = 50;

/**
 * How long after something happens to a call the status bar of a real VS Code says so, where the log tells of calls. It
 * includes the time in which the simulated phone is told what is to happen.
 */
export const statusText: Benchmark = {
  name: 'status text',
  async run() {
    using folder = temporaryDirectory();
    const report = path.join(folder.path, 'delays.json');
    const { skipped } = await runVsCodeTests(root, {
      files: [path.join(import.meta.dirname, 'vscode/measure-status-text.ts')],
      grep: undefined,
      environment: { [statusTextReport]: report },
      announce: (line) => console.log(line),
    });
    const subject = 'event to status bar text in VS Code, 95th percentile';
    if (!existsSync(report)) {
      return [
        { subject, figure: skipped[0]?.reason ?? 'it failed', aim: `≤ ${milliseconds(aim)}`, reached: false },
      ];
    }
    const delays = v.parse(v.array(v.number()), JSON.parse(readFileSync(report, 'utf8')));
    const slow = percentile(delays, 0.95);
    return [
      {
        subject,
        figure: `${milliseconds(slow)} of ${delays.length}`,
        against: `median ${milliseconds(percentile(delays, 0.5))}`,
        aim: `≤ ${milliseconds(aim)}`,
        reached: slow <= aim,
      },
    ];
  },
};

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? NaN;
}
