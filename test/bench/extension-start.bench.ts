import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { bundleExtension } from '../../extension/bundle.ts';
import { packageExtension } from '../../extension/packaging/package-extension.ts';
import { launchHeadless } from '../support/browser/open-browser.ts';
import { provideChromium } from '../support/browser/chromium.ts';
import type { Provided } from '../support/provided.ts';
import { temporaryDirectory } from '../support/sdk/temporary-directory.ts';
import { installedExtension } from '../support/vscode/installed-extension.ts';
import { codeServerAddress } from '../support/vscode/code-server-address.ts';
import { startCodeServer } from '../support/vscode/code-server.ts';
import { provideCodeServer } from '../support/vscode/install-code-server.ts';
import { WorkbenchPage } from '../support/vscode/workbench-page.ts';
import { type Benchmark, type Finding, median, milliseconds } from './measurement.ts';

const windows = 7;
const activationAim = 20;
const startAim = 80_000;
const packageAim = 600_000;

/** What a user waits for who has the extension: its download, and its start in each window. */
export const extensionStart: Benchmark = {
  name: 'extension start',
  async run() {
    using folder = temporaryDirectory();
    const { start, phone } = await bundleExtension({ production: true, folder: folder.path });
    const { size } = await stat(await packageExtension(folder.path));
    return [
      await activation(folder.path),
      {
        subject: "VS Code extension's start-up bundle",
        figure: kilobytes(start.bytes),
        against: `${kilobytes(phone.bytes)} with what watches the phone, loaded after it`,
        aim: `≤ ${kilobytes(startAim)}`,
        reached: start.bytes <= startAim,
      },
      {
        subject: "VS Code extension's package",
        figure: kilobytes(size),
        aim: `≤ ${kilobytes(packageAim)}`,
        reached: size <= packageAim,
      },
    ];
  },
};

async function activation(folder: string): Promise<Finding> {
  const measured = await measureActivations(folder);
  const middle = measured.ok ? median(measured.value) : Infinity;
  return {
    subject: "VS Code's own count of the extension's activation, alone",
    figure: measured.ok ? milliseconds(middle) : measured.reason,
    ...(measured.ok && { against: `${Math.min(...measured.value)} to ${Math.max(...measured.value)} ms` }),
    aim: `≤ ${milliseconds(activationAim)}`,
    reached: middle <= activationAim,
  };
}

/**
 * What VS Code counts while it loads and activates the extension, in several windows. Activated at the start of a
 * window it would be counted with all that other extensions do meanwhile, in the same thread.
 */
async function measureActivations(folder: string): Promise<Provided<number[]>> {
  const entry = await provideCodeServer(() => undefined);
  if (!entry.ok) return entry;
  const chromium = await provideChromium(() => undefined);
  if (!chromium.ok) return chromium;
  const settings = { 'microsip.backend': 'simulator', 'microsip.dataDirectory': path.join(folder, 'phone') };
  const server = await startCodeServer({
    entry: entry.value,
    settings,
    ...installedExtension(await packageExtension(folder, { activationEvents: [] })),
  });
  const browser = await launchHeadless(chromium.value);
  try {
    // High enough for the whole list of extensions: an entry out of sight is no part of the page.
    const page = await browser.newPage({ viewport: { width: 1280, height: 3000 } });
    const times: number[] = [];
    for (let window = 0; window <= windows; window++) {
      await page.goto(codeServerAddress(server.origin, { folder: undefined, extensions: [] }));
      const workbench = new WorkbenchPage(page);
      await workbench.appears();
      // Until the other extensions are through.
      await delay(5000);
      await workbench.runCommand('MicroSIP: Show Output');
      await workbench.statusItem.waitFor();
      await workbench.runCommand('Developer: Show Running Extensions');
      const row = page.locator('.runtime-extensions-editor .extension', { hasText: 'MicroSIP' });
      const text = await row.locator('.activation-time').innerText();
      // The first window fills the caches.
      if (window > 0) times.push(Number(/\d+/u.exec(text)?.[0]));
    }
    return { ok: true, value: times };
  } finally {
    await browser.close();
    await server.stop();
  }
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
