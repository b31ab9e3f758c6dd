import * as v from 'valibot';

import { type Benchmark, milliseconds } from './measurement.ts';
import { runInVsCode } from './vscode/run-in-vscode.ts';
import { statusTextReport } from './vscode/status-text-report.ts';

const aim = 50;

/**
 * How long after something happens to a call the status bar of a real VS Code says so, where the log tells of calls. It
 * includes the time in which the simulated phone is told what is to happen.
 */
export const statusText: Benchmark = {
  name: 'status text',
  run() {
    const goal = {
      subject: 'event to status bar text in VS Code, 95th percentile',
      aim: `≤ ${milliseconds(aim)}`,
    };
    const suite = { file: 'measure-status-text.ts', reportVariable: statusTextReport };
    return runInVsCode(suite, goal, (report) => {
      const delays = v.parse(v.array(v.number()), report);
      const slow = percentile(delays, 0.95);
      return [
        {
          ...goal,
          figure: `${milliseconds(slow)} of ${delays.length}`,
          against: `median ${milliseconds(percentile(delays, 0.5))}`,
          reached: slow <= aim,
        },
      ];
    });
  },
};

function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * part) - 1] ?? NaN;
}
