import { readFile } from 'node:fs/promises';

import type { Browser } from 'playwright-core';

/** Pixels of its edges; VS Code shows it at up to 128, twice as fine on many screens. */
const size = 256;

/** Draws an SVG as a PNG, which is what VS Code takes as an extension's icon. */
export async function drawIcon(browser: Browser, svgFile: string, pngFile: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(svgFile, 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
  await page.screenshot({ path: pngFile, omitBackground: true });
  await page.close();
}
