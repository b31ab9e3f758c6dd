/** A page of the site, for programs that read text. */
export interface PublishedPage {
  readonly title: string;
  readonly description: string;
  /** Where it is on the site, its base included. */
  readonly address: string;
  readonly part: 'guide' | 'tool' | 'api' | 'kit' | 'sdk';
  /** The source of the page: Markdown or MDX with its front matter. */
  readonly markdown: string;
}

/** Where the site is. */
export interface SiteAddress {
  readonly url: string;
  readonly baseUrl: string;
}

const parts: Readonly<Record<PublishedPage['part'], string>> = {
  guide: 'Guides',
  tool: 'To try',
  api: "MicroSIP's API",
  kit: 'The kit',
  sdk: 'The SDK, symbol by symbol',
};

const introduction = `# MicroSIP DevKit

> MicroSIP is a SIP softphone for Windows without a web API. It is driven by its command line and by links, and tells what happens by
> programs it starts, its log and its call history. This site says what each of these does, by version; every statement was read in
> MicroSIP's source, or is marked as inferred or reported. Text that is no command is dialled: \`microsip.exe -hangup\` calls the number "-hangup".`;

/** The list of all pages (`llms.txt`). */
export function languageModelIndex(pages: readonly PublishedPage[], site: SiteAddress): string {
  const sections = Object.entries(parts).map(([part, title]) =>
    [
      `## ${title}`,
      '',
      ...pagesOf(pages, part).map(
        (page) => `- [${page.title}](${new URL(page.address, site.url).href}): ${page.description}`,
      ),
    ].join('\n'),
  );
  const at = (name: string): string => new URL(`${site.baseUrl}${name}`, site.url).href;
  const data = [
    '## Data',
    '',
    `- [Catalogue](${at('catalogue.json')}): commands, hooks, settings, URL schemes, claims and limits with their versions, as JSON`,
    `- [Schema of the catalogue](${at('catalogue.schema.json')}): JSON Schema`,
    `- [All pages](${at('llms-full.txt')}): the text of this site in one file, but for the symbols of the SDK`,
  ].join('\n');
  return [introduction, ...sections, data].join('\n\n');
}

/** The text of the pages (`llms-full.txt`), without the programs in other languages and the symbols of the SDK. */
export function languageModelText(pages: readonly PublishedPage[], site: SiteAddress): string {
  const texts = ['guide', 'api', 'kit'].flatMap((part) =>
    pagesOf(pages, part).map((page) => {
      const address = new URL(page.address, site.url).href;
      return [`# ${page.title}`, `Address: ${address}`, plainMarkdown(page.markdown, address, site)].join(
        '\n\n',
      );
    }),
  );
  return [introduction, ...texts].join('\n\n---\n\n');
}

function pagesOf(pages: readonly PublishedPage[], part: string): readonly PublishedPage[] {
  return pages
    .filter((page) => page.part === part)
    .toSorted((left, right) => left.address.localeCompare(right.address, 'en'));
}

/** Markdown without what only the site needs. */
function plainMarkdown(markdown: string, address: string, { baseUrl, url }: SiteAddress): string {
  return markdown
    .replace(/^---\n.*?\n---\n/su, '')
    .replaceAll(/^import .*;\n/gmu, '')
    .replace(/^# .*\n/mu, '')
    .replaceAll(/^<Tabs .*?^<\/Tabs>$/gmsu, `Programs in other languages: ${address}`)
    .replaceAll(/^<p><TryIt .*<\/p>$/gmu, '')
    .replaceAll(/ <TryIt [^>]*\/>/gu, '')
    .replaceAll(/^<FirstSteps \/>\n\n/gmu, '')
    .replaceAll(
      /^ *<Card to="(.*?)" title="(.*?)">\n(.*?)\n *<\/Card>$/gmsu,
      (_, to: string, title: string, text: string) =>
        `- [${title}](${to}): ${text.trim().replaceAll(/\s+/gu, ' ')}`,
    )
    .replaceAll(/^<\/?(?:div|header|Cards)[^>]*>$/gmu, '')
    .replaceAll(/<span id="[^"]*">(.*?)<\/span>/gu, '$1')
    .replaceAll('<br />', ' – ')
    .replaceAll(/ \{#[\w-]+\}$/gmu, '')
    .replaceAll(/\]\((?:pathname:\/\/)?\/(?!\/)/gu, `](${new URL(baseUrl, url).href}`)
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}
