import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';

import { bundleExtension } from '../../../extension/bundle.ts';
import { readReport, reportVariable, withReportFile } from '../mocha/test-report.ts';
import type { Account, ProcessEnd } from '../test-run/file-result.ts';
import type { Outcome } from '../test-run/outcome.ts';
import { steadiedSuites } from '../test-run/second-run.ts';
import { bundleConsumer } from './bundle-consumer.ts';
import { MarkedLines } from './marked-lines.ts';
import { provideVsCode, type VsCode } from './provide-vscode.ts';

/** What a run of the VS Code suites needs to know. */
export interface VsCodeTestOptions {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly grep: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  readonly announce: (line: string) => void;
}

const part = 'tests in VS Code';

/** Runs the extension's suites inside a real VS Code. */
export async function runVsCodeTests(root: string, options: VsCodeTestOptions): Promise<Outcome> {
  const started = Date.now();
  const outcome = (result: Account & Pick<Outcome, 'unsteady'>): Outcome => {
    return { part, ...result, milliseconds: Date.now() - started };
  };

  Object.assign(process.env, options.environment);
  const vscode = await provideVsCode(options.announce);
  if (!vscode.ok) return outcome({ passed: 0, failed: 0, skipped: [{ title: part, reason: vscode.reason }] });

  const folder = await mkdtemp(path.join(os.tmpdir(), 'vscode-'));
  try {
    const extension = path.join(root, 'extension');
    await bundleExtension();
    const extensions = [extension, await bundleConsumer()];
    const suites = path.join(root, 'test/dist/vscode-suites.cjs');
    await bundleSuites(options.files, suites);
    const run = (grep: string | undefined): Promise<ProcessEnd> =>
      runIn(vscode.value, { folder, extensions, suites, grep });
    const { account, isUnsteady } = await steadiedSuites(await run(options.grep), (grep) => {
      console.log('\nUnsteady tests in VS Code, or broken ones: once more, alone\n');
      return run(grep);
    });
    return outcome({ ...account, unsteady: isUnsteady ? 1 : 0 });
  } finally {
    await vscode.value.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

interface Run {
  /** Where the workspace and VS Code's own data lie. */
  readonly folder: string;
  readonly extensions: string[];
  readonly suites: string;
  readonly grep: string | undefined;
}

async function runIn(vscode: VsCode, run: Run): Promise<ProcessEnd> {
  const home = await mkdtemp(path.join(run.folder, 'run-'));
  const userData = path.join(home, 'data');
  const workspace = path.join(home, 'workspace');
  await mkdir(workspace);
  return withReportFile(async (reportFile) => {
    const lines = new MarkedLines((line) => console.log(line));
    const exitCode = await runTests({
      vscodeExecutablePath: vscode.executable,
      extensionDevelopmentPath: run.extensions,
      extensionTestsPath: run.suites,
      launchArgs: [
        workspace,
        `--user-data-dir=${userData}`,
        `--extensions-dir=${path.join(home, 'extensions')}`,
        '--disable-extensions',
      ],
      extensionTestsEnv: {
        ...vscode.environment,
        [reportVariable]: reportFile,
        ...(run.grep === undefined ? {} : { MICROSIP_TEST_GREP: run.grep }),
      },
      stdout: lines,
      stderr: lines,
    }).catch(() => 1);
    const report = readReport(reportFile);
    if (report === undefined) console.error(lines.others.slice(-40).join('\n'));
    return { report, exitCode };
  });
}

async function bundleSuites(files: readonly string[], outfile: string): Promise<void> {
  const imports = files.map((file) => `await import(${JSON.stringify(file)});`).join('\n');
  await build({
    stdin: {
      contents: `
        import { runSuites } from './suite.ts';
        export const run = () => runSuites(async () => { ${imports} });
      `,
      loader: 'ts',
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    external: ['vscode', 'mocha', 'microsip-sdk'],
    format: 'cjs',
    logLevel: 'warning',
    // What jsonc-parser has for `require` loads its parts in a way that no bundler sees.
    mainFields: ['module', 'main'],
    outfile,
    platform: 'node',
    sourcemap: 'inline',
    target: 'node22',
  });
}
