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

  const onWindows = async (): Promise<Outcome | undefined> => {
    if (plan.windowsFiles.length === 0) return undefined;
    console.log('\nTests on Windows\n');
    const required = request.windowsOnly || process.env['CI'] === 'true';
    return await attempt('tests on Windows', () =>
      runWindowsTests(root, { files: plan.windowsFiles, grep: request.grep, announce, required }),
    );
  };
  // Wine is a machine of its own, which waits most of its time; on Windows itself all would share one desktop.
  const underWine = process.platform === 'win32' ? undefined : onWindows();

  if (plan.nodeFiles.length > 0) {
    console.log('\nTests on Node.js\n');
    const options = { files: plan.nodeFiles, grep: request.grep, environment };
    outcomes.push(await attempt('tests on Node.js', () => runNodeTests(root, options)));
  }

  if (checks !== undefined) outcomes.unshift(...(await checks));

  if (plan.vscodeFiles.length > 0) {
    console.log('\nTests in VS Code\n');
    const files = plan.vscodeFiles.map((file) => path.join(testFolder, file));
    const options = { files, grep: request.grep, environment, announce };
    outcomes.push(await attempt('tests in VS Code', () => runVsCodeTests(root, options)));
  }

  const windows = await (underWine ?? onWindows());
  if (windows !== undefined) outcomes.push(windows);

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
