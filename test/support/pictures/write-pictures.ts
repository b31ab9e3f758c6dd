// `npm run pictures [-- NAME …]`: draws the extension's icon and the site's social card, and takes the pictures of the documentation anew, from the
// packed and installed extension with a simulated phone.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { launchHeadless } from '../browser/open-browser.ts';
import { provideChromium } from '../browser/chromium.ts';
import { endingInOrder } from '../test-run/ending-in-order.ts';
import { drawSvg, type PictureSize } from './draw-svg.ts';
import { scenes } from './scenes.ts';
import { openStage } from './stage.ts';

const root = path.join(import.meta.dirname, '../../..');
const folder = path.join(root, 'docs-site/static/img/vscode');

/** What is drawn rather than taken. */
const drawings: readonly { readonly from: string; readonly to: string; readonly size: PictureSize }[] = [
  {
    from: 'docs-site/static/favicon.svg',
    to: 'extension/media/icon.png',
    // VS Code shows it at up to 128 pixels, twice as fine on many screens.
    size: { width: 256, height: 256 },
  },
  {
    from: 'docs-site/social-card.svg',
    to: 'docs-site/static/img/social-card.png',
    // What those who show links ask for.
    size: { width: 1200, height: 630 },
  },
];

async function writePictures(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in scenes));
  if (unknown.length > 0) {
    throw new Error(`There is no picture ${unknown.join(', ')}, but ${Object.keys(scenes).join(', ')}.`);
  }
  const chromium = await provideChromium((line) => console.log(line));
  if (!chromium.ok) throw new Error(`There is no browser: ${chromium.reason}`);
  const browser = await launchHeadless(chromium.value);
  try {
    for (const { from, size, to } of drawings) {
      await drawSvg(browser, path.join(root, from), path.join(root, to), size);
    }
    await mkdir(folder, { recursive: true });
    for (const [name, play] of Object.entries(scenes)) {
      if (names.length > 0 && !names.includes(name)) continue;
      await using stage = await openStage(browser);
      await play(stage);
      const file = path.join(folder, `${name}.png`);
      // What fades in or out is at its end.
      await stage.page.screenshot({ path: file, animations: 'disabled' });
      console.log(path.relative(process.cwd(), file));
    }
  } finally {
    await browser.close();
  }
}

try {
  await endingInOrder(() => writePictures(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
