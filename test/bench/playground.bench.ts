import path from 'node:path';

import type { Page } from 'playwright-core';
import * as v from 'valibot';

import { findChromium } from '../support/browser/chromium.ts';
import { launchHeadless } from '../support/browser/open-browser.ts';
import { serveFolder } from '../support/browser/serve-folder.ts';
import { runCommand } from '../support/run-command.ts';
import { type Benchmark, type Finding, median, milliseconds } from './measurement.ts';

const docsSite = path.join(import.meta.dirname, '../../docs-site');
const docusaurus = path.join(import.meta.dirname, '../../node_modules/@docusaurus/core/bin/docusaurus.mjs');
const aim = 16;

const typed = [
  '-hangup',
  '/hangupall',
  '+1 (415) 555-2671',
  'tel:+49-30-123456;ext=5',
  '/transfer:103',
  'call 555 now',
  'sip:ada@example.com?X-Id=7',
];

/** How long the playground of the built site takes to answer a key press, until what it says is laid out. */
export const playground: Benchmark = {
  name: 'playground',
  async run() {
    const subject = 'the slowest key press in the playground';
    const chromium = findChromium();
    const missing = (figure: string): readonly Finding[] => [
      { subject, figure, aim: `≤ ${milliseconds(aim)}`, reached: false },
    ];
    if (!chromium.ok) return missing(`no browser: ${chromium.reason}`);
    const built = await runCommand(process.execPath, [docusaurus, 'build'], {
      cwd: docsSite,
      timeout: 300_000,
    });
    if (!built.ok) return missing('the site could not be built');

    const site = await serveFolder(path.join(docsSite, 'build'));
    const browser = await launchHeadless(chromium.value);
    try {
      const page = await browser.newPage();
      await page.goto(`${site.origin}/playground`, { waitUntil: 'networkidle' });
      await page.evaluate(recordAnswers);
      const short = await inRounds(() => answersTo(page, typed));
      const long = await inRounds(async () => {
        await page.getByLabel('microsip.exe command line').fill('-hangup '.repeat(4000));
        return answersTo(page, ['101 102']);
      });
      return [
        finding(subject, short),
        finding('the slowest key press in a command line of 32,000 characters', long),
      ];
    } finally {
      await browser.close();
      await site.close();
    }
  },
};

/** Types texts behind each other, and takes the milliseconds of each answer. */
async function answersTo(page: Page, texts: readonly string[]): Promise<readonly number[]> {
  await page.evaluate('globalThis.answers.length = 0');
  const isLong = texts.length === 1;
  for (const text of texts) {
    const line = page.getByLabel('microsip.exe command line');
    if (!isLong) await line.fill('');
    await line.focus();
    // The end of a long line is not shown.
    if (isLong) await page.keyboard.press('Home');
    for (const character of text) await page.keyboard.press(character === ' ' ? 'Space' : character);
  }
  return v.parse(v.array(v.number()), await page.evaluate('globalThis.answers'));
}

/** The median of each key press over some rounds, so that a slow moment of the machine counts for none of them. */
async function inRounds(round: () => Promise<readonly number[]>): Promise<readonly number[]> {
  const rounds: (readonly number[])[] = [];
  for (let count = 0; count < 5; count++) rounds.push(await round());
  const presses = Math.min(...rounds.map(({ length }) => length));
  return Array.from({ length: presses }, (_, press) =>
    median(rounds.map((answers) => answers[press] ?? NaN)),
  );
}

function finding(subject: string, answers: readonly number[]): Finding {
  const slowest = Math.max(...answers);
  return {
    subject,
    figure: `${milliseconds(slowest)} of ${answers.length}`,
    against: `median ${milliseconds(median(answers))}`,
    aim: `≤ ${milliseconds(aim)}`,
    reached: slowest <= aim,
  };
}

/** Evaluated in the page: from each input event until the reading has changed and is laid out. */
const recordAnswers = `{
  const reading = document.querySelector('[aria-label="What MicroSIP reads"]');
  globalThis.answers = [];
  let pressedAt;
  document.addEventListener('keydown', (event) => { pressedAt = event.timeStamp; }, true);
  new MutationObserver(() => {
    if (pressedAt === undefined) return;
    reading.getBoundingClientRect();
    globalThis.answers.push(performance.now() - pressedAt);
    pressedAt = undefined;
  }).observe(reading, { subtree: true, childList: true, characterData: true, attributes: true });
}`;
