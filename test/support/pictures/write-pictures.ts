// `npm run pictures [-- NAME …]`: draws the extension's icon, and takes the pictures of the documentation anew, from the
// packed and installed extension with a simulated phone.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { launchHeadless } from '../browser/open-browser.ts';
import { provideChromium } from '../browser/chromium.ts';
import { endingInOrder } from '../test-run/ending-in-order.ts';
import { drawIcon } from './draw-icon.ts';
import { scenes } from './scenes.ts';
import { openStage } from './stage.ts';

const root = path.join(import.meta.dirname, '../../..');
const folder = path.join(root, 'docs-site/static/img/vscode');

async function writePictures(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in scenes));
  if (unknown.length > 0) {
    throw new Error(`There is no picture ${unknown.join(', ')}, but ${Object.keys(scenes).join(', ')}.`);
  }
  const chromium = await provideChromium((line) => console.log(line));
  if (!chromium.ok) throw new Error(`There is no browser: ${chromium.reason}`);
  const browser = await launchHeadless(chromium.value);
  try {
    await drawIcon(
      browser,
      path.join(root, 'docs-site/static/favicon.svg'),
      path.join(root, 'extension/media/icon.png'),
    );
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
