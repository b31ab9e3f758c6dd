import { format } from 'node:util';

import Mocha, { type MochaOptions, type Runner, type Suite, type Test } from 'mocha';

import type { Skipped } from '../test-run/outcome.ts';
import { skipReason } from './skip-because.ts';
import { writeReport, type FailedSuite } from './test-report.ts';

const { Base } = Mocha.reporters;
const { EVENT_RUN_END, EVENT_SUITE_END, EVENT_TEST_FAIL, EVENT_TEST_PASS, EVENT_TEST_PENDING } =
  Mocha.Runner.constants;

/** One line for each outermost `describe`, every failure in full at the end, and a report for the test runner. */
export class BriefReporter extends Base {
  constructor(runner: Runner, options?: MochaOptions) {
    super(runner, options);
    const skippedTests: Skipped[] = [];
    const failedSuites: FailedSuite[] = [];
    const whole = { passed: 0, failed: 0 };
    let [passed, failed, skipped] = [0, 0, 0];
    let started = Date.now();

    runner.on(EVENT_TEST_PASS, () => passed++);
    runner.on(EVENT_TEST_FAIL, () => failed++);
    runner.on(EVENT_TEST_PENDING, (test: Test) => {
      skipped++;
      skippedTests.push({ title: test.fullTitle(), reason: skipReason(test) });
    });
    runner.on(EVENT_SUITE_END, (suite: Suite) => {
      if (suite.parent?.root !== true) return;
      const mark = failed > 0 ? Base.color('fail', '✖') : Base.color('checkmark', '✔');
      const counts = [
        `${passed} passed`,
        ...(failed > 0 ? [Base.color('fail', `${failed} failed`)] : []),
        ...(skipped > 0 ? [Base.color('pending', `${skipped} skipped`)] : []),
      ];
      const time = Base.color('fast', `${((Date.now() - started) / 1000).toFixed(1)} s`);
      Base.consoleLog(`  ${mark} ${suite.title}: ${counts.join(', ')} ${time}`);
      if (failed > 0) failedSuites.push({ title: suite.title, passed, failed });
      whole.passed += passed;
      whole.failed += failed;
      [passed, failed, skipped] = [0, 0, 0];
      started = Date.now();
    });
    runner.once(EVENT_RUN_END, () => {
      const failures = this.failures.length === 0 ? '' : listed(this.failures);
      if (failures !== '') Base.consoleLog(failures);
      writeReport({
        // Root hooks and tests outside any suite are counted after the last suite.
        passed: whole.passed + passed,
        failed: whole.failed + failed,
        skipped: skippedTests,
        failedSuites,
        failures,
      });
    });
  }
}

/** Failures as mocha prints them. */
function listed(failures: Test[]): string {
  const lines: string[] = [];
  const print = Base.consoleLog;
  Base.consoleLog = (...values: unknown[]) => lines.push(format(...values));
  try {
    Base.list(failures);
  } finally {
    Base.consoleLog = print;
  }
  return lines.join('\n');
}
