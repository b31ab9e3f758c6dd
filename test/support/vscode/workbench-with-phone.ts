import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { Browser, Page } from 'playwright-core';

import { bundleExtension } from '../../../extension/bundle.ts';
import { MicroSip } from '../../../sdk/src/microsip.ts';
import type { PhoneStatus } from '../../../sdk/src/events/call-event.ts';
import { provideExampleAccount } from '../../../sdk/src/simulator/example-account.ts';
import { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { skipBecause } from '../mocha/skip-because.ts';
import { codeServerAddress } from './code-server-address.ts';
import { startCodeServer, type CodeServer, type CodeServerOptions } from './code-server.ts';
import { provideCodeServer } from './install-code-server.ts';
import { useVsCodeProtocol } from './vscode-protocol.ts';
import { WorkbenchPage } from './workbench-page.ts';

const waitLimitMs = 15_000;
const startLimitMs = 60_000;

const extension = path.join(import.meta.dirname, '../../../extension');

/** A window of VS Code, as a person has it before them. */
export interface OpenWindow {
  readonly page: Page;
  readonly workbench: WorkbenchPage;
}

/** A VS Code whose extension is set to a simulated phone, which runs; its windows are pages of a browser. */
export class WorkbenchWithPhone {
  /** Where the phone keeps its files; also the folder that the windows open. */
  readonly dataDirectory: string;
  /** The phone as another program sees it. */
  readonly phone: MicroSip;
  /** What the network and the far ends do. */
  readonly simulator: SimulatorClient;
  readonly #server: CodeServer;
  readonly #browser: Browser;
  readonly #cleanUps: readonly (() => Promise<unknown>)[];

  private constructor(
    { dataDirectory, phone, server, browser }: Parts,
    cleanUps: readonly (() => Promise<unknown>)[],
  ) {
    this.dataDirectory = dataDirectory;
    this.phone = phone;
    this.simulator = new SimulatorClient(dataDirectory);
    this.#server = server;
    this.#browser = browser;
    this.#cleanUps = cleanUps;
  }

  /**
   * Starts one, or has the suite passed over where there is no VS Code or no browser to show it in.
   *
   * @param prepare - changes the phone's own files before it starts
   * @param options - what is different about the VS Code
   */
  static async start(
    context: Mocha.Context,
    prepare: (phone: MicroSip) => Promise<unknown> = () => Promise.resolve(),
    options: Partial<CodeServerOptions> = {},
  ): Promise<WorkbenchWithPhone> {
    const entry = await provideCodeServer(() => undefined);
    if (!entry.ok) return skipBecause(context, `no code-server: ${entry.reason}`);
    const cleanUps: (() => Promise<unknown>)[] = [];
    try {
      const browser = await openBrowser(context);
      cleanUps.unshift(() => browser.close());
      const dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'microsip-workbench-'));
      cleanUps.unshift(() =>
        rm(dataDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
      );
      const phone = await startPhone(dataDirectory, prepare);
      cleanUps.unshift(() => endPhone(phone));
      await bundleExtension();
      const settings = { 'microsip.backend': 'simulator', 'microsip.dataDirectory': dataDirectory };
      const server = await startCodeServer({ entry: entry.value, settings, ...options });
      cleanUps.unshift(() => server.stop());
      return new WorkbenchWithPhone({ dataDirectory, phone, server, browser }, cleanUps);
    } catch (error) {
      for (const cleanUp of cleanUps) await cleanUp();
      throw error;
    }
  }

  /** Opens a window on a folder, and waits until the extension is there. */
  async openWindow(folder = this.dataDirectory): Promise<OpenWindow> {
    const page = await this.#browser.newPage({ viewport: { width: 1280, height: 800 } });
    await useVsCodeProtocol(page);
    const { origin } = this.#server;
    await page.goto(codeServerAddress(origin, { folder, extensions: [extension] }));
    const workbench = new WorkbenchPage(page);
    await workbench.statusItem.waitFor({ timeout: startLimitMs });
    return { page, workbench };
  }

  /** Waits for the phone to be in a state; the time limit only keeps a failing test from hanging. */
  async waitForStatus(isSo: (status: PhoneStatus) => boolean): Promise<PhoneStatus> {
    const limit = performance.now() + waitLimitMs;
    for (;;) {
      const status = await this.phone.status();
      if (isSo(status)) return status;
      if (performance.now() > limit) throw new Error(`Waited in vain: ${JSON.stringify(status)}`);
      await delay(20);
    }
  }

  /** Ends everything, and leaves nothing behind. */
  async close(): Promise<void> {
    for (const cleanUp of this.#cleanUps) await cleanUp();
  }
}

interface Parts {
  readonly dataDirectory: string;
  readonly phone: MicroSip;
  readonly server: CodeServer;
  readonly browser: Browser;
}

async function startPhone(
  dataDirectory: string,
  prepare: (phone: MicroSip) => Promise<unknown>,
): Promise<MicroSip> {
  const phone = await MicroSip.connect({ backend: 'simulator', dataDirectory });
  provideExampleAccount(dataDirectory);
  await prepare(phone);
  await phone.start();
  await new SimulatorClient(dataDirectory).waitUntilRunning();
  return phone;
}

async function endPhone(phone: MicroSip): Promise<void> {
  if ((await phone.status()).phone !== 'not-running') await phone.exit();
  await phone.dispose();
}
