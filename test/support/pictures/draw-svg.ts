import { readFile } from 'node:fs/promises';

import type { Browser } from 'playwright-core';

/** How large a picture is, in pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Draws an SVG as a PNG, for those who take nothing else. */
export async function drawSvg(
  browser: Browser,
  svgFile: string,
  pngFile: string,
  size: PictureSize,
): Promise<void> {
  const page = await browser.newPage({ viewport: size });
  const svg = await readFile(svgFile, 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${svg}`);
  await page.screenshot({ path: pngFile, omitBackground: true });
  await page.close();
}
