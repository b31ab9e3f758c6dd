import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProgram, writeConfiguration } from '../../sdk/src/events/hooks/installing/program-files.ts';
import { type Benchmark, inTurns, milliseconds, ratio } from './measurement.ts';

const aim = 1.15;

function processTime(...parameters: string[]): number {
  const start = performance.now();
  execFileSync(process.execPath, parameters, { stdio: 'ignore' });
  return performance.now() - start;
}

/** How long MicroSIP stands still at an event: it waits for the hook program. */
export const hookProcess: Benchmark = {
  name: 'hook process',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'microsip-devkit-bench-'));
    try {
      copyProgram(folder);
      writeConfiguration(folder, { segmentBytes: 1024 * 1024, keptSegments: 16, ownCommands: {} });
      const empty = join(folder, 'empty.cjs');
      writeFileSync(empty, '');
      const times = await inTurns(60, {
        emptyScript: () => processTime(empty),
        hook: () => processTime(join(folder, 'hook.cjs'), 'cmdCallStart +14155552671'),
      });
      if (existsSync(join(folder, 'failures.jsonl'))) throw new Error('The hook program failed');
      const factor = times.hook / times.emptyScript;
      return [
        {
          subject: 'hook process',
          figure: `${milliseconds(times.hook)}, ${ratio(factor)}`,
          against: `empty script: ${milliseconds(times.emptyScript)}`,
          aim: `≤ ${ratio(aim)}`,
          reached: factor <= aim,
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
