import path from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { bundleExtension } from '../../../extension/bundle.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { skipBecause } from '../mocha/skip-because.ts';
import { codeServerAddress } from './code-server-address.ts';
import { startCodeServer, type CodeServer, type CodeServerOptions } from './code-server.ts';
import { provideCodeServer } from './install-code-server.ts';
import { useVsCodeProtocol } from './vscode-protocol.ts';
import { WorkbenchPage } from './workbench-page.ts';

const startLimitMs = 120_000;

const extension = path.join(import.meta.dirname, '../../../extension');

/** A window of VS Code, as a person has it before them. */
export interface OpenWindow {
  readonly page: Page;
  readonly workbench: WorkbenchPage;
}

/** A VS Code whose windows are pages of a browser, with the extension as it stands here, or as a package that is named. */
export class WorkbenchHost {
  readonly #server: CodeServer;
  readonly #browser: Browser;
  readonly #underDevelopment: readonly string[];

  private constructor(server: CodeServer, browser: Browser, underDevelopment: readonly string[]) {
    this.#server = server;
    this.#browser = browser;
    this.#underDevelopment = underDevelopment;
  }

  /** Starts one, or has the suite passed over where there is no VS Code or no browser to show it in. */
  static async start(
    context: Mocha.Context,
    options: Omit<CodeServerOptions, 'entry'>,
  ): Promise<WorkbenchHost> {
    const entry = await provideCodeServer(() => undefined);
    if (!entry.ok) return skipBecause(context, `no code-server: ${entry.reason}`);
    const browser = await openBrowser(context);
    try {
      const isInstalled = options.packages !== undefined;
      if (!isInstalled) await bundleExtension();
      const server = await startCodeServer({ entry: entry.value, ...options });
      return new WorkbenchHost(server, browser, isInstalled ? [] : [extension]);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** Where VS Code and its extensions keep their data. */
  get userDataDirectory(): string {
    return this.#server.userDataDirectory;
  }

  /**
   * Opens a window, on a folder or on none, and waits until the extension is there.
   *
   * @param language - of the extension, such as `de`; VS Code's own texts would need its language pack
   */
  async openWindow(folder: string | undefined, language?: string): Promise<OpenWindow> {
    const page = await this.#browser.newPage({ viewport: { width: 1280, height: 800 } });
    await useVsCodeProtocol(page);
    if (language !== undefined) {
      await page.addInitScript({ content: `globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};` });
    }
    const { origin } = this.#server;
    const address = codeServerAddress(origin, { folder, extensions: this.#underDevelopment });
    await page.goto(address, { timeout: startLimitMs });
    const workbench = new WorkbenchPage(page);
    await workbench.statusItem.waitFor({ timeout: startLimitMs });
    return { page, workbench };
  }

  /** Ends it, and leaves nothing behind. */
  async close(): Promise<void> {
    await this.#server.stop();
    await this.#browser.close();
  }
}
