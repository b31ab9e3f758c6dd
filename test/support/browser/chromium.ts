import path from 'node:path';

import { chromium } from 'playwright-core';

import { installDebianPackages } from '../debian-packages.ts';
import { findOnPath, isExecutable } from '../find-executable.ts';
import { provideFrom, type Provided } from '../provided.ts';
import { lastLines, runCommand } from '../run-command.ts';

/** Names a Chromium, Chrome or Edge to use; the test runner sets it to what it found. */
export const chromiumVariable = 'CHROMIUM';

/** The browser that is on this machine already. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): Provided<string> {
  const named = environment[chromiumVariable];
  if (named !== undefined && named !== '') {
    return isExecutable(named)
      ? { ok: true, value: named }
      : { ok: false, reason: `${chromiumVariable} names ${named}, which is no program` };
  }
  const found =
    findOnPath(
      ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
      environment,
    ) ?? [...usualPlaces(environment), chromium.executablePath()].find(isExecutable);
  return found === undefined ? { ok: false, reason: 'none installed' } : { ok: true, value: found };
}

/** A Chromium for the tests: the one that is here, else Playwright's own, else Debian's. */
export function provideChromium(announce: (line: string) => void): Promise<Provided<string>> {
  return provideFrom([
    { name: 'this machine', provide: () => Promise.resolve(findChromium()) },
    { name: "Playwright's download", provide: () => downloadChromium(announce) },
    { name: 'apt', provide: () => installChromium(announce) },
  ]);
}

async function downloadChromium(announce: (line: string) => void): Promise<Provided<string>> {
  announce('No browser found; downloading Chromium …');
  const installer = path.join(import.meta.dirname, '../../../node_modules/playwright-core/cli.js');
  const { ok, output } = await runCommand(process.execPath, [installer, 'install', 'chromium'], {
    timeout: 300_000,
  });
  if (!ok) return { ok: false, reason: /^Error: .+/mu.exec(output)?.[0] ?? lastLines(output, 1) };
  return findChromium({});
}

async function installChromium(announce: (line: string) => void): Promise<Provided<string>> {
  announce('Trying the Chromium of apt …');
  const installed = await installDebianPackages(['chromium']);
  return installed.ok ? findChromium() : installed;
}

function usualPlaces(environment: NodeJS.ProcessEnv): string[] {
  switch (process.platform) {
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
        const folder = environment[variable];
        if (folder === undefined) return [];
        return ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map(
          (program) => path.join(folder, program),
        );
      });
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
        (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    default:
      return [];
  }
}
