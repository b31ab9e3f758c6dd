import path from 'node:path';

import { downloadAndUnzipVSCode, ProgressReportStage } from '@vscode/test-electron';

import { chromiumVariable, findChromium } from '../browser/chromium.ts';
import { cacheDirectory } from '../cache-directory.ts';
import { provideFrom, type Provided } from '../provided.ts';
import { findDesktopVsCode } from './find-desktop-vscode.ts';
import { provideCodeServer } from './install-code-server.ts';
import { openDisplay } from './virtual-display.ts';

/** A VS Code that @vscode/test-electron can start. */
export interface VsCode {
  readonly executable: string;
  /** What it needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

const answerLimitMs = 5000;

/** A VS Code for the tests: the desktop one that is here, else its download, else code-server in a browser. */
export function provideVsCode(announce: (line: string) => void): Promise<Provided<VsCode>> {
  return provideFrom([
    { name: 'this machine', provide: () => onDisplay(() => Promise.resolve(findDesktopVsCode())) },
    { name: "VS Code's download", provide: () => onDisplay(() => downloadVsCode(announce)) },
    { name: 'code-server', provide: () => codeServerAsVsCode(announce) },
  ]);
}

async function onDisplay(find: () => Promise<Provided<string>>): Promise<Provided<VsCode>> {
  const display = await openDisplay();
  if (!display.ok) return display;
  const { environment, close } = display.value;
  const found = await find();
  if (found.ok) return { ok: true, value: { executable: found.value, environment, close } };
  await close();
  return found;
}

async function downloadVsCode(announce: (line: string) => void): Promise<Provided<string>> {
  try {
    const executable = await downloadAndUnzipVSCode({
      version: 'stable',
      cachePath: path.join(cacheDirectory(), 'vscode'),
      timeout: answerLimitMs,
      reporter: {
        report: ({ stage }) => {
          if (stage === ProgressReportStage.ResolvingCDNLocation) announce('Downloading VS Code …');
        },
        error: (error) => announce(`The download of VS Code failed: ${String(error)}`),
      },
    });
    return { ok: true, value: executable };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

async function codeServerAsVsCode(announce: (line: string) => void): Promise<Provided<VsCode>> {
  const chromium = findChromium();
  if (!chromium.ok) return { ok: false, reason: `no browser to show it in (${chromium.reason})` };
  const entry = await provideCodeServer(announce);
  if (!entry.ok) return entry;
  return {
    ok: true,
    value: {
      executable: path.join(import.meta.dirname, 'code-server-launcher.ts'),
      environment: { CODE_SERVER_ENTRY: entry.value, [chromiumVariable]: chromium.value },
      close: () => Promise.resolve(),
    },
  };
}
