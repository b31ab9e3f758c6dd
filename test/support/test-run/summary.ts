import type { Outcome } from './outcome.ts';

/** The end of a test run: a table of its parts, what was skipped and why, and the closing line. */
export interface Summary {
  readonly text: string;
  readonly exitCode: 0 | 1;
}

/**
 * @param outcomes - what came of each part
 * @param skipsFail - whether a skip counts as a failure, as it does where everything can be had (`CI=true`)
 */
export function summarize(outcomes: readonly Outcome[], skipsFail: boolean): Summary {
  const rows = outcomes.map((outcome) => [
    outcome.part,
    count(outcome.passed, 'passed'),
    count(outcome.failed, 'failed'),
    count(outcome.skipped.length, 'skipped'),
    `${(outcome.milliseconds / 1000).toFixed(1)} s`,
  ]);
  const skipped = outcomes.flatMap((outcome) => outcome.skipped);
  const passed = total(outcomes.map((outcome) => outcome.passed));
  const failed = total(outcomes.map((outcome) => outcome.failed)) + (skipsFail ? skipped.length : 0);

  const notes = skipped.map(({ title, reason }) => `  skipped: ${title} (${reason})`);
  if (skipsFail && skipped.length > 0) notes.push('  With CI=true a skip is a failure.');

  for (const { part, unsteady = 0 } of outcomes) {
    if (unsteady > 0)
      notes.push(`  unsteady: ${part}, see above: ${unsteady} failed at first, and passed alone`);
  }

  const closing = [`${passed} passed`, `${failed} failed`];
  if (!skipsFail && skipped.length > 0) closing.push(`${skipped.length} skipped`);
  return {
    text: [...tableLines(rows), ...notes, '', closing.join(', ')].join('\n'),
    // A run in which nothing ran has shown nothing.
    exitCode: failed > 0 || passed === 0 ? 1 : 0,
  };
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function count(number: number, word: string): string {
  return number === 0 ? '' : `${number} ${word}`;
}

/** Rows with their columns in line; the first to the left, the others to the right. */
function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  return rows.map((row) => {
    const cells = row.map((cell, column) => {
      const width = widths[column] ?? 0;
      return column === 0 ? cell.padEnd(width) : cell.padStart(width);
    });
    return `  ${cells.join('  ')}`;
  });
}
