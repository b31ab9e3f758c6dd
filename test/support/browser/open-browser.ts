import type { Context } from 'mocha';
import { chromium, type Browser } from 'playwright-core';

import { skipBecause } from '../mocha/skip-because.ts';
import { findChromium } from './chromium.ts';

/**
 * A headless browser for a suite's `before` hook; skips the suite where there is none.
 * Whoever opens it closes it in `after`.
 */
export async function openBrowser(context: Context): Promise<Browser> {
  const found = findChromium();
  if (!found.ok) return skipBecause(context, `no browser: ${found.reason}`);
  return launchHeadless(found.value);
}

/**
 * Starts Chromium without a window, quiet, and able to run as root.
 *
 * @param more - further options of its command line
 */
export function launchHeadless(executablePath: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
    headless: true,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      // Containers give /dev/shm too little room for a page of VS Code's size.
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...more,
    ],
  });
}
