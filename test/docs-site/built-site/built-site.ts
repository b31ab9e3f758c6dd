import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { runCommand } from '../../support/run-command.ts';

const docsSite = path.join(import.meta.dirname, '../../../docs-site');
const docusaurus = path.join(
  import.meta.dirname,
  '../../../node_modules/@docusaurus/core/bin/docusaurus.mjs',
);

/** Where the tested site says that it can be edited. */
export const editAddress = 'https://example.org/ada/kit/edit/main/docs-site/';

/** The documentation site as it would be put on a web host. */
export class BuiltSite {
  readonly folder: string;
  /** What the build printed. */
  readonly printed: string;
  readonly #pages = new Map<string, SitePage | undefined>();

  private constructor(folder: string, printed: string) {
    this.folder = folder;
    this.printed = printed;
  }

  /** Builds the site; rejects with what the build printed when it fails. */
  static async build(): Promise<BuiltSite> {
    const { ok, output } = await runCommand(process.execPath, [docusaurus, 'build'], {
      cwd: docsSite,
      env: { DOCS_EDIT_URL: editAddress },
      timeout: 600_000,
    });
    if (!ok) throw new Error(output);
    return new BuiltSite(path.join(docsSite, 'build'), output);
  }

  /** A file of the site, such as `catalogue.json`. */
  file(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  /** The page at an address, whose anchor does not matter; nothing where there is none. */
  page(address: string): SitePage | undefined {
    const [place = ''] = address.split('#');
    if (!this.#pages.has(place)) {
      const file = path.join(this.folder, place === '/' ? 'index.html' : `${place.slice(1)}.html`);
      this.#pages.set(place, existsSync(file) ? new SitePage(readFileSync(file, 'utf8')) : undefined);
    }
    return this.#pages.get(place);
  }

  /** The addresses of all pages, from the site map. */
  addresses(): readonly string[] {
    return [...this.file('sitemap.xml').matchAll(/<loc>(?<address>[^<]+)<\/loc>/gu)].map(
      ({ groups }) => new URL(groups?.['address'] ?? '').pathname,
    );
  }
}

/** A link as it stands on a page. */
export interface PageLink {
  readonly address: string;
  readonly text: string;
}

/** One page of the built site. */
export class SitePage {
  readonly description: string;
  readonly title: string;
  /** What stands above all of it. */
  readonly heading: string;
  /** The address of the picture that stands beside a link to it. */
  readonly picture: string;
  /** What a reader sees of its article, squashed. */
  readonly text: string;
  /** Its links, those around the article too. */
  readonly links: readonly PageLink[];
  readonly #anchors: ReadonlySet<string>;

  constructor(html: string) {
    const article = /<article\b.*<\/article>/su.exec(html)?.[0] ?? html;
    this.text = squashed(textOf(article));
    this.title = textOf(/<title[^>]*>(?<title>.*?)<\/title>/su.exec(html)?.groups?.['title'] ?? '');
    this.heading = textOf(/<h1\b[^>]*>(?<heading>.*?)<\/h1>/su.exec(html)?.groups?.['heading'] ?? '');
    const description = /<meta\b[^>]*\bname=["']?description\b[^>]*>/u.exec(html)?.[0] ?? '';
    this.description = textOf(attribute(description, 'content') ?? '');
    const picture = /<meta\b[^>]*\bproperty=["']?og:image\b[^>]*>/u.exec(html)?.[0] ?? '';
    this.picture = attribute(picture, 'content') ?? '';
    this.links = [...html.matchAll(/(?<tag><a\b[^>]*>)(?<content>.*?)<\/a>/gsu)].map(({ groups = {} }) => ({
      address: textOf(attribute(groups['tag'] ?? '', 'href') ?? ''),
      text: textOf(groups['content'] ?? '').trim(),
    }));
    this.#anchors = new Set(
      [...html.matchAll(/<[a-z][^>]*\sid=[^>]*>/gu)].flatMap(([tag]) => attribute(tag, 'id') ?? []),
    );
  }

  /** Whether the anchor of an address is on this page; an address without one means the page itself. */
  hasAnchor(address: string): boolean {
    const [, anchor] = address.split('#');
    return anchor === undefined || this.#anchors.has(anchor);
  }

  /** Whether a reader finds this text on the page. */
  shows(text: string): boolean {
    return this.text.includes(squashed(text));
  }
}

/** Text without what the ways of writing it differ in: blanks, and the marks of code. */
export function squashed(text: string): string {
  return text.replaceAll(/[\s`\u200B]+/gu, '');
}

function attribute(tag: string, name: string): string | undefined {
  const { bare, double, single } =
    new RegExp(`\\s${name}=(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\\s>]+))`, 'u').exec(tag)
      ?.groups ?? {};
  return double ?? single ?? bare;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
};

function textOf(html: string): string {
  return html
    .replaceAll(/<(script|style)\b.*?<\/\1>/gsu, '')
    .replaceAll(/<[a-z/!][^>]*>/giu, '')
    .replaceAll(/&(?:#x(?<hex>[\da-f]+)|#(?<decimal>\d+)|(?<name>\w+));/giu, (whole, ...rest) => {
      const { decimal, hex, name } = rest.at(-1) as Readonly<Record<string, string | undefined>>;
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return entities[name ?? ''] ?? whole;
    });
}
