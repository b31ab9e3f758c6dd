import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';

import type { Browser, Page } from 'playwright-core';

import { catalogueAsJson, catalogueSchema } from '../../sdk/src/catalogue/index.ts';
import { createProgram } from '../../sdk/src/cli/program.ts';
import { recipe, recipeLanguages } from '../../sdk/src/recipes/index.ts';
import { openBrowser } from '../support/browser/open-browser.ts';
import { serveFolder, type ServedFolder } from '../support/browser/serve-folder.ts';
import { BuiltSite, editAddress } from './built-site/built-site.ts';
import {
  expectedOfCatalogue,
  expectedOfDoctor,
  expectedOfErrors,
  expectedOfKit,
  type Expected,
} from './built-site/expected-places.ts';
import { inferredMark, statementsByBasis } from './built-site/inferred-statements.ts';
import { publicSymbols } from './built-site/public-symbols.ts';
import { describePages } from './pages-in-browser.ts';
import { describePlayground } from './playground/playground-in-browser.ts';

const root = path.join(import.meta.dirname, '../..');

/** What search engines take for no description of what a link leads to. */
const vagueTexts = new Set([
  'click here',
  'click this',
  'go',
  'here',
  'information',
  'learn more',
  'more',
  'more info',
  'more information',
  'read more',
  'right here',
  'see more',
  'start',
  'this',
]);

describe('the documentation site', function () {
  this.timeout(700_000);

  let built: BuiltSite;

  before(async () => {
    built = await BuiltSite.build();
  });

  it('builds without a warning', () => {
    assert.doesNotMatch(built.printed, /warn/iu);
  });

  /** What is expected and not there, in words. */
  function missing(expected: readonly Expected[]): readonly string[] {
    assert.ok(expected.length > 0);
    return expected.flatMap(({ address, texts, what }) => {
      const page = built.page(address);
      if (page === undefined) return [`${what}: no page ${address}`];
      return [
        ...(page.hasAnchor(address) ? [] : [`${what}: no anchor ${address}`]),
        ...texts.filter((text) => !page.shows(text)).map((text) => `${what}: not on ${address}: ${text}`),
      ];
    });
  }

  for (const [part, expected] of Object.entries(expectedOfCatalogue)) {
    it(`has a place for each of the catalogue's ${part}, and says how it is known`, () => {
      assert.deepEqual(missing(expected()), []);
    });
  }

  describe('what is inferred', () => {
    const { inferred, otherwise } = statementsByBasis();
    let texts: readonly (readonly [address: string, text: string])[];

    before(() => {
      // The reference of the SDK prints the data itself, where `basis` stands beside.
      texts = built
        .addresses()
        .filter((address) => !address.startsWith('/sdk/'))
        .map((address) => [address, built.page(address)?.text ?? '']);
      assert.ok(inferred.length > 50 && otherwise.length > 300 && texts.length > 60);
    });

    it('is told of, each statement with the mark behind it', () => {
      const unmarked = inferred.filter((one) => !texts.some(([, text]) => text.includes(one + inferredMark)));
      assert.deepEqual(unmarked, []);
    });

    it('is never told without the mark', () => {
      // A short one, such as “Calls.”, may be a part of other sentences.
      const long = inferred.filter(({ length }) => length >= 30);
      assert.ok(long.length > 30);
      const unmarked = texts.flatMap(([address, text]) =>
        long
          .filter((one) => text.replaceAll(one + inferredMark, '').includes(one))
          .map((one) => `${address}: ${one}`),
      );
      assert.deepEqual(unmarked, []);
    });

    it('is all that has the mark', () => {
      const mistaken = texts.flatMap(([address, text]) =>
        text
          .split(inferredMark)
          .slice(0, -1)
          .filter(
            (before) =>
              !inferred.some((one) => before.endsWith(one)) || otherwise.some((one) => before.endsWith(one)),
          )
          .map((before) => `${address}: …${before.slice(-80)}`),
      );
      assert.deepEqual(mistaken, []);
    });
  });

  it('has a place for everything that doctor finds, and says what to do', () => {
    assert.deepEqual(missing(expectedOfDoctor()), []);
  });

  it('has a place for every error code', () => {
    assert.deepEqual(missing(expectedOfErrors()), []);
  });

  it('has a page for every symbol that programs import, which the page of its entry leads to', () => {
    const symbols = publicSymbols();
    assert.ok(new Set(symbols.map(({ entry }) => entry)).size >= 9);
    assert.ok(symbols.length > 300);
    const undocumented = symbols.flatMap(({ entries, entry, name, places }) => {
      const pages = entries
        .flatMap((owner) => places.map((place) => built.page(`/sdk/microsip-sdk${owner}/${place}`)))
        .filter((page) => page !== undefined);
      return [
        ...(pages.some((page) => page.shows(name)) ? [] : [`microsip-sdk${entry}: ${name} has no page`]),
        ...(built.page(`/sdk/microsip-sdk${entry}`)?.shows(name) === true
          ? []
          : [`microsip-sdk${entry}: does not name ${name}`]),
      ];
    });
    assert.deepEqual(undocumented, []);
  });

  it('shows itself with a picture where its pages are linked to', () => {
    for (const place of ['/', '/reference/command-line', '/sdk']) {
      const picture = built.page(place)?.picture ?? '';
      assert.equal(new URL(picture).pathname, '/img/social-card.png', place);
    }
    assert.ok(existsSync(path.join(built.folder, 'img/social-card.png')));
  });

  it('leads to where a page is edited, and where the source of a symbol is read', () => {
    const leadsTo = (place: string): readonly string[] =>
      built.page(place)?.links.map(({ address }) => address) ?? [];
    assert.ok(leadsTo('/first-call').includes(`${editAddress}docs/first-call.md`));
    const made = leadsTo('/reference/versions');
    assert.ok(made.length > 0);
    assert.deepEqual(
      made.filter((address) => address.startsWith(editAddress)),
      [],
    );
    const source = /^https:\/\/example\.org\/ada\/kit\/blob\/main\/(?<file>[^#]+)#L\d+$/u;
    const sources = leadsTo('/sdk/microsip-sdk/classes/MicroSip').flatMap(
      (address) => source.exec(address)?.groups?.['file'] ?? [],
    );
    assert.ok(sources.includes('sdk/src/microsip.ts'), sources.join('\n'));
    for (const file of sources) assert.ok(existsSync(path.join(root, file)), file);
  });

  it('keeps where a symbol is defined out of what the search shows', () => {
    const indexes = readdirSync(built.folder).filter((name) => /^search-index.*\.json$/u.test(name));
    const found = indexes.map((name) => readFileSync(path.join(built.folder, name), 'utf8')).join('');
    assert.ok(found.includes('Places a call'), 'no text of a page');
    assert.ok(!found.includes('Defined in'));
  });

  it('names the types of its data instead of spelling out all that they hold', () => {
    const folder = path.join(root, 'docs-site/sdk-docs/microsip-sdk/catalogue/variables');
    const types = readdirSync(folder).flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('> ')),
    );
    assert.ok(types.length > 20);
    // An object that is spelled out begins with an escaped brace.
    assert.deepEqual(
      types.filter((line) => line.includes('\\{')),
      [],
    );
  });

  it('says with each link where it leads, to those who hear nothing but the link', () => {
    const vague = built.addresses().flatMap((address) =>
      (built.page(address)?.links ?? [])
        // A symbol may be called so.
        .filter(({ address: to, text }) => vagueTexts.has(text.toLowerCase()) && to !== `#${text}`)
        .map((link) => `${address}: “${link.text}” leads to ${link.address}`),
    );
    assert.deepEqual(vague, []);
    assert.ok(built.page('/')?.links.some(({ address, text }) => address === '/' && text === 'Overview'));
  });

  it('has a place for every command, argument and option of the kit', () => {
    const program = createProgram(() => Promise.resolve(), new PassThrough());
    assert.deepEqual(missing(expectedOfKit(program)), []);
  });

  it('tells of each page what it is about, in words of its own', () => {
    const described = new Map<string, string>();
    for (const address of [...built.addresses(), '/404', '/search']) {
      const description = built.page(address)?.description ?? '';
      assert.notEqual(description, '', `${address} has no description`);
      // Symbols may be described alike.
      if (address.startsWith('/sdk')) continue;
      assert.equal(described.get(description), undefined, `${address} is described like another page`);
      described.set(description, address);
    }
    assert.ok(described.size > 60);
  });

  it('gives the catalogue away as JSON, with its schema', () => {
    assert.deepEqual(JSON.parse(built.file('catalogue.json')), JSON.parse(JSON.stringify(catalogueAsJson())));
    assert.deepEqual(JSON.parse(built.file('catalogue.schema.json')), catalogueSchema);
  });

  it('lists every page for language models, and gives them the text without what only a browser needs', () => {
    const index = built.file('llms.txt');
    const text = built.file('llms-full.txt');
    for (const address of built.addresses()) {
      assert.match(index.slice(index.indexOf(`${address}): `)), /^[^\n]+\): [^\n]+/u, address);
      if (address === '/playground') continue;
      if (!address.startsWith('/sdk')) assert.ok(text.includes(`${address}\n`), address);
    }
    assert.doesNotMatch(
      text,
      /<\/?(?:Tabs|TabItem|TryIt|Cards?|FirstSteps|header|div|span|br)\b|\{#|^import .*@theme/mu,
    );
    // What leads to the file of another page leads nowhere outside of the sources.
    assert.doesNotMatch(text, /\]\(\.{1,2}\//u);
  });

  describe('in a browser', () => {
    let browser: Browser;
    let page: Page;
    let site: ServedFolder;
    const faults: string[] = [];

    before(async function () {
      browser = await openBrowser(this);
      site = await serveFolder(built.folder);
      page = await browser.newPage({ permissions: ['clipboard-read', 'clipboard-write'] });
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('response', (response) => {
        if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
      });
    });

    after(async () => {
      // Both are missing when `before` skipped the suite.
      await (browser as Browser | undefined)?.close();
      await (site as ServedFolder | undefined)?.close();
    });

    it('leads from its first page to a command', async () => {
      await page.goto(site.origin);
      await page.getByRole('heading', { level: 1, name: 'The MicroSIP API' }).waitFor();
      await page.getByRole('article').getByRole('link', { name: 'the command line' }).click();
      await page.getByRole('heading', { level: 1, name: 'Command line' }).waitFor();
      await page.getByRole('article').getByRole('link', { name: '/hangupcalling' }).first().click();
      await page.getByRole('heading', { level: 1, name: '/hangupcalling' }).waitFor();
      assert.equal(new URL(page.url()).pathname, '/reference/command-line/hangup-calling');
    });

    it('tries a command in the playground', async () => {
      await page.goto(`${site.origin}/reference/command-line/hangup-all`);
      await page.getByRole('link', { name: 'Try it: microsip.exe /hangupall' }).click();
      await page.waitForURL((address) => address.pathname === '/playground');
      assert.equal(new URL(page.url()).searchParams.get('line'), '/hangupall');
    });

    it('copies a program in each language, and keeps to the language that was chosen', async () => {
      await page.goto(`${site.origin}/reference/command-line/dial`);
      for (const { id, title } of recipeLanguages) {
        await page.getByRole('tab', { name: title, exact: true }).click();
        const panel = page.locator('[role=tabpanel]:not([hidden])');
        await panel.locator('pre').hover();
        await panel.getByRole('button', { name: 'Copy code to clipboard' }).click();
        const copied = await page.evaluate<string>('navigator.clipboard.readText()');
        const { text } = recipe(id, { type: 'dial', target: '4930123456' });
        assert.equal(lines(copied), lines(text), title);
      }
      await page.getByRole('tab', { name: 'C#', exact: true }).click();
      assert.equal(new URL(page.url()).searchParams.get('language'), 'csharp');
      await page.goto(`${site.origin}/reference/command-line/exit`);
      const chosen = page.getByRole('tab', { selected: true });
      await chosen.filter({ hasText: 'C#' }).waitFor();
      assert.equal(await chosen.count(), 1);
    });

    it('needs no scrolling sideways on a small phone, but inside of code', async () => {
      const phone = await browser.newPage({ viewport: { width: 360, height: 780 } });
      // The pages are looked at one after the other in this one, whose own scripts would draw it anew.
      await phone.route('**/*.js', (route) => route.abort());
      await phone.goto(site.origin, { waitUntil: 'networkidle' });
      const addresses = JSON.stringify(built.addresses());
      const wide = await phone.evaluate<string[]>(`${widePages}(${addresses})`);
      await phone.unroute('**/*.js');
      for (const address of ['/search?q=hangup', '/nothing-of-the-kind']) {
        await phone.goto(`${site.origin}${address}`, { waitUntil: 'networkidle' });
        const excess = await phone.evaluate<number[]>(excessWidths);
        if (excess.some((pixels) => pixels > 1)) wide.push(`${address}: ${excess.join(' ')}`);
      }
      await phone.close();
      assert.deepEqual(wide, []);
    });

    describePages(() => ({ browser, origin: site.origin }));
    describePlayground(() => ({ browser, origin: site.origin }));

    it('works without a fault in the console', () => {
      assert.deepEqual(faults, []);
    });
  });
});

/** Evaluated in a page: by how much the page itself and each of its tables are wider than their place. */
const excessWidths = `[document.documentElement, ...document.querySelectorAll('article table')]
  .map(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth)`;

/** Evaluated in a page: the addresses of pages that are wider than it; to load each of the hundreds would take minutes. */
const widePages = `(async (addresses) => {
  const wide = [];
  for (const address of addresses) {
    const page = new DOMParser().parseFromString(await (await fetch(address)).text(), 'text/html');
    document.documentElement.className = page.documentElement.className;
    document.body.replaceWith(document.adoptNode(page.body));
    const excess = ${excessWidths};
    if (excess.some((pixels) => pixels > 1)) wide.push(address + ': ' + excess.join(' '));
  }
  return wide;
})`;

/** Without what a batch file has at the ends of its lines. */
function lines(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}
