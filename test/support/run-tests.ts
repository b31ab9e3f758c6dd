// `npm test`: npm test [-- [--grep PATTERN] [PLACE …]], a place being a folder or file below test/.
// `npm run test:windows`: the same of those that run on Windows, or under Wine, alone.
import path from 'node:path';

import { chromiumVariable, provideChromium } from './browser/chromium.ts';
import { readImportGraph } from './house/import-graph.ts';
import { runChecks } from './test-run/checks.ts';
import { runNodeTests } from './test-run/node-tests.ts';
import type { Outcome } from './test-run/outcome.ts';
import { summarize } from './test-run/summary.ts';
import { parseTestRequest, planTests } from './test-run/test-plan.ts';
import { runVsCodeTests } from './vscode/vscode-tests.ts';
import { runWindowsTests } from './windows/windows-tests.ts';

const root = path.join(import.meta.dirname, '../..');
const testFolder = path.join(root, 'test');

async function runTests(parameters: readonly string[]): Promise<0 | 1> {
  const request = parseTestRequest(parameters);
  const plan = planTests(request, await readImportGraph(testFolder));
  const announce = (line: string): void => console.log(`  ${line}`);
  const outcomes: Outcome[] = [];

  // They use one processor, and the tests on Node.js leave that much.
  const checks = plan.checks ? runChecks(root) : undefined;

  const environment: Record<string, string> = {};
  if (plan.needsBrowser || plan.vscodeFiles.length > 0) {
    const browser = await provideChromium(announce);
    if (browser.ok) environment[chromiumVariable] = browser.value;
  }

  if (plan.nodeFiles.length > 0) {
    console.log('\nTests on Node.js\n');
    const options = { files: plan.nodeFiles, grep: request.grep, environment };
    outcomes.push(await attempt('tests on Node.js', () => runNodeTests(root, options)));
  }

  if (checks !== undefined) outcomes.unshift(...(await checks));

  // Each of the two waits most of its time for one program, so that they go well beside each other.
  const inVsCode = plan.vscodeFiles.length > 0;
  const onWindows = plan.windowsFiles.length > 0;
  if (inVsCode) console.log('\nTests in VS Code\n');
  if (onWindows) console.log('\nTests on Windows\n');
  const others = await Promise.all([
    inVsCode &&
      attempt('tests in VS Code', () => {
        const files = plan.vscodeFiles.map((file) => path.join(testFolder, file));
        return runVsCodeTests(root, { files, grep: request.grep, environment, announce });
      }),
    onWindows &&
      attempt('tests on Windows', () => {
        const required = request.windowsOnly || process.env['CI'] === 'true';
        return runWindowsTests(root, { files: plan.windowsFiles, grep: request.grep, announce, required });
      }),
  ]);
  outcomes.push(...others.filter((outcome) => outcome !== false && outcome !== undefined));

  const summary = summarize(outcomes, process.env['CI'] === 'true');
  console.log(`\nSummary\n\n${summary.text}`);
  return summary.exitCode;
}

/** A part that breaks down is a failure among the others, not the end of the run. */
async function attempt<Result>(part: string, run: () => Promise<Result>): Promise<Result | Outcome> {
  const started = Date.now();
  try {
    return await run();
  } catch (error) {
    console.error(error);
    return { part, passed: 0, failed: 1, skipped: [], milliseconds: Date.now() - started };
  }
}

try {
  process.exitCode = await runTests(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
