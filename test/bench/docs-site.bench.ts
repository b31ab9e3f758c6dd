import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import lighthouse, { desktopConfig, type Result } from 'lighthouse';
import * as v from 'valibot';

import { findChromium } from '../support/browser/chromium.ts';
import { launchHeadless } from '../support/browser/open-browser.ts';
import { serveCompressed } from '../support/browser/serve-compressed.ts';
import { runCommand } from '../support/run-command.ts';
import type { Benchmark, Finding } from './measurement.ts';

const docsSite = path.join(import.meta.dirname, '../../docs-site');
const builtSite = path.join(docsSite, 'build');
const docusaurus = path.join(import.meta.dirname, '../../node_modules/@docusaurus/core/bin/docusaurus.mjs');
const reports = path.join(import.meta.dirname, '../../.cache/lighthouse');

/** A page of each kind, and the one with the most programs. */
const pages: Readonly<Record<string, string>> = {
  home: '/',
  'CLI page': '/reference/command-line/hangup-all',
  'page of programs': '/guides/dial-from-your-language',
  'SDK page': '/sdk/microsip-sdk/classes/MicroSip',
  playground: '/playground',
};
const aims: Readonly<Record<string, number>> = {
  performance: 95,
  accessibility: 100,
  'best-practices': 100,
  seo: 100,
};
/** Kilobytes. */
const scriptAim = 200;
/** The playground brings a whole phone along. */
const playgroundAim = 240;
/** Seconds. */
const buildAim = 60;

/**
 * How long the site takes to build, and what Lighthouse says of a page of each kind, served compressed. Its reports are
 * kept in `.cache/lighthouse`.
 */
export const docsSiteQuality: Benchmark = {
  name: 'docs site',
  async run() {
    const start = performance.now();
    const { ok, output } = await runCommand(process.execPath, [docusaurus, 'build'], {
      cwd: docsSite,
      timeout: 300_000,
    });
    const seconds = (performance.now() - start) / 1000;
    const built: Finding = {
      subject: 'the documentation site is built in',
      figure: ok ? `${seconds.toFixed(1)} s` : `no time at all: ${output}`,
      aim: `≤ ${buildAim} s`,
      reached: ok && seconds <= buildAim,
    };
    return ok ? [built, ...(await judged())] : [built];
  },
};

async function judged(): Promise<readonly Finding[]> {
  const chromium = findChromium();
  if (!chromium.ok) {
    return [
      { subject: 'Lighthouse', figure: `no browser: ${chromium.reason}`, aim: 'a report', reached: false },
    ];
  }
  const site = await serveCompressed(builtSite);
  const port = await freePort();
  const browser = await launchHeadless(chromium.value, [`--remote-debugging-port=${port}`]);
  try {
    mkdirSync(reports, { recursive: true });
    const findings: Finding[] = [];
    for (const [name, address] of Object.entries(pages)) {
      const judgement = await lighthouse(
        `${site.origin}${address}`,
        { port, output: ['html', 'json'], logLevel: 'error' },
        desktopConfig,
      );
      if (judgement === undefined) throw new Error(`Lighthouse said nothing about ${address}.`);
      const [html = '', json = ''] = judgement.report;
      writeFileSync(path.join(reports, `${name.replaceAll(' ', '-')}.html`), html);
      writeFileSync(path.join(reports, `${name.replaceAll(' ', '-')}.json`), json);
      findings.push(scoresOf(name, judgement.lhr), scriptsOf(name, judgement.lhr));
    }
    return findings;
  } finally {
    await browser.close();
    await site.close();
  }
}

function scoresOf(name: string, { categories }: Result): Finding {
  const scores = Object.keys(aims).map((id) => Math.round((categories[id]?.score ?? 0) * 100));
  return {
    subject: `Lighthouse on the ${name}: performance, accessibility, best practices, search engines`,
    figure: scores.join(' / '),
    aim: `≥ ${Object.values(aims).join(' / ')}`,
    reached: Object.values(aims).every((aim, index) => (scores[index] ?? 0) >= aim),
  };
}

/** What a page loads of script: by gzip, which every host sends, and as it went over the wire here, by Brotli. */
function scriptsOf(name: string, { audits }: Result): Finding {
  const details = audits['network-requests']?.details;
  const requests = details?.type === 'table' ? details.items : [];
  const scripts = requests.filter(({ resourceType }) => resourceType === 'Script');
  const brotli = scripts.reduce((sum, { transferSize }) => sum + Number(transferSize), 0);
  const gzip = scripts.reduce(
    (sum, { url }) =>
      sum + gzipSync(readFileSync(path.join(builtSite, new URL(v.parse(v.string(), url)).pathname))).length,
    0,
  );
  const aim = name === 'playground' ? playgroundAim : scriptAim;
  return {
    subject: `scripts of the ${name}, compressed by gzip`,
    figure: `${(gzip / 1000).toFixed(0)} kB`,
    against: `${(brotli / 1000).toFixed(0)} kB by Brotli`,
    aim: `≤ ${aim} kB`,
    reached: gzip > 0 && gzip <= aim * 1000,
  };
}

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('the server had no port');
  return address.port;
}
