import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyProgram, writeConfiguration } from '../../sdk/src/events/hooks/installing/program-files.ts';
import { parseJournalLine } from '../../sdk/src/events/hooks/journal/journal-line.ts';
import { runHookStorm } from '../sdk/events/hooks/hook-storm.ts';
import { type Benchmark, milliseconds, timed } from './measurement.ts';

const storm = { processes: 1000, atOnce: 50 };

/** Many calls at once: every event must be in the journal. */
export const hookStorm: Benchmark = {
  name: 'hook storm',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'microsip-devkit-bench-'));
    try {
      copyProgram(folder);
      writeConfiguration(folder, { segmentBytes: 1024 * 1024, keptSegments: 16, ownCommands: {} });
      const elapsed = await timed(() => runHookStorm(folder, storm));
      const lines = readFileSync(join(folder, 'journal.jsonl'), 'utf8').trimEnd().split('\n');
      const whole = lines.filter((line) => parseJournalLine(line) !== undefined).length;
      return [
        {
          subject: `${storm.processes} hook processes, ${storm.atOnce} at a time`,
          figure: `${whole} whole lines in ${(elapsed / 1000).toFixed(1)} s, ${milliseconds(elapsed / storm.processes)} each`,
          aim: `${storm.processes} lines, none torn`,
          reached: whole === storm.processes && lines.length === storm.processes,
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
