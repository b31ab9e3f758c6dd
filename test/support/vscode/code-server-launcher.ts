#!/usr/bin/env node
// Stands in for the program of a desktop VS Code in front of @vscode/test-electron: takes its arguments, opens
// code-server in headless Chromium with the tests as payload, prints the extension host's console, and exits
// with the tests' outcome: 0 passed, 1 failed, 2 could not run. CODE_SERVER_ENTRY and CHROMIUM say with what.
import { format, parseArgs } from 'node:util';

import { findChromium } from '../browser/chromium.ts';
import { launchHeadless } from '../browser/open-browser.ts';
import { codeServerAddress } from './code-server-address.ts';
import { startCodeServer } from './code-server.ts';
import { useVsCodeProtocol } from './vscode-protocol.ts';

const limitMs = 600_000;

interface Launch {
  readonly folder: string | undefined;
  readonly extensions: readonly string[];
  /** Folders of extensions to install: in a browser VS Code takes one under development. */
  readonly installed: readonly string[];
  readonly tests: string;
}

function readLaunch(parameters: readonly string[]): Launch {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    options: {
      extensionDevelopmentPath: { type: 'string', multiple: true },
      extensionTestsPath: { type: 'string' },
    },
    // The desktop program has many more, which mean nothing here.
    strict: false,
    allowPositionals: true,
  });
  const { extensionDevelopmentPath, extensionTestsPath } = values;
  if (typeof extensionTestsPath !== 'string') throw new Error('--extensionTestsPath is missing');
  const extensions = (extensionDevelopmentPath ?? []).filter((value) => typeof value === 'string');
  return {
    folder: positionals[0],
    extensions: extensions.slice(0, 1),
    installed: extensions.slice(1),
    tests: extensionTestsPath,
  };
}

async function runTests(launch: Launch): Promise<number> {
  const entry = process.env['CODE_SERVER_ENTRY'];
  const chromium = findChromium();
  if (entry === undefined) throw new Error('CODE_SERVER_ENTRY is missing');
  if (!chromium.ok) throw new Error(`no browser: ${chromium.reason}`);

  const server = await startCodeServer({ entry, settings: {}, installed: launch.installed });
  const browser = await launchHeadless(chromium.value);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const ended = new Promise<number>((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`no result in time\n${server.output()}`)), limitMs);
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        // Ctrl+C arrives twice, from the terminal and from @vscode/test-electron; the second must not cut the end short.
        process.on(signal, () => {
          clearTimeout(limit);
          reject(new Error(`ended by ${signal}`));
        });
      }
      // The names under which VS Code's workbench looks for whoever drives it.
      const exposed = page.exposeFunction('codeAutomationExit', (code: number) => {
        clearTimeout(limit);
        resolve(code);
      });
      exposed.catch(reject);
      page.on('crash', () => reject(new Error('the page crashed')));
    });
    await useVsCodeProtocol(page);
    await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) =>
      console.log(format(...values)),
    );

    await page.goto(codeServerAddress(server.origin, launch), { waitUntil: 'domcontentloaded' });
    try {
      return await ended;
    } finally {
      const screenshot = process.env['CODE_SERVER_SCREENSHOT'];
      if (screenshot !== undefined) await page.screenshot({ path: screenshot });
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

try {
  process.exitCode = await runTests(readLaunch(process.argv.slice(2)));
} catch (error) {
  console.error(error);
  process.exitCode = 2;
}
