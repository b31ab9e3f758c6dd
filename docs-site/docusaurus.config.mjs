import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { colourPrograms } from './code-blocks/colour-programs.mts';
import { lightDocs } from './light-docs.mts';
import { publishData } from './reference/publish-data.mts';
import { writeReference } from './reference/write-reference.mts';
import { rankedSearch } from './search/ranked-search.mjs';
import { typedocOptions } from './sdk-reference/typedoc-options.mjs';
import { sourcesAt } from './sources-address.mjs';
import { withoutHighlighter } from './without-highlighter.mts';

const sdkDocs = fileURLToPath(new URL('sdk-docs', import.meta.url));
// Docusaurus looks for it before TypeDoc has written the first page into it.
mkdirSync(sdkDocs, { recursive: true });

const { editUrl, lineTemplate } = sourcesAt(process.env['DOCS_EDIT_URL']);

const rehypePlugins = [colourPrograms];
/** The colours of a code block that have no class of their own: see code-colours.css. */
const codeTheme = {
  plain: { color: 'var(--code-plain)', backgroundColor: 'var(--code-background)' },
  styles: [],
};

/** @type {import('@docusaurus/types').Config} */
const config = {
  title: 'MicroSIP DevKit',
  tagline: 'Control MicroSIP from programs: its command line, its links, its events',
  url: process.env['DOCS_URL'] ?? 'http://localhost:3000',
  baseUrl: process.env['DOCS_BASE_URL'] ?? '/',
  favicon: 'favicon.svg',
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  trailingSlash: false,
  i18n: { defaultLocale: 'en', locales: ['en'] },
  future: {
    v4: true,
    faster: {
      swcJsLoader: true,
      swcJsMinimizer: true,
      swcHtmlMinimizer: true,
      lightningCssMinimizer: true,
      mdxCrossCompilerCache: true,
      rspackBundler: true,
      // It keeps links to pages that have moved since, and a build takes seconds without it.
      rspackPersistentCache: false,
      ssgWorkerThreads: true,
    },
  },
  markdown: { format: 'detect', hooks: { onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw' } },
  plugins: [
    // Before the pages are read, of which those it writes are some.
    ['docusaurus-plugin-typedoc', typedocOptions(sdkDocs, lineTemplate)],
    [lightDocs, { routeBasePath: '/', sidebarPath: './sidebars.mjs', editUrl, rehypePlugins }],
    // Apart from the rest: each page loads the list of all pages beside it, and the symbols are many.
    [
      lightDocs,
      { id: 'sdk', path: 'sdk-docs', routeBasePath: '/sdk', sidebarPath: './sdk-sidebar.mjs', rehypePlugins },
    ],
    ['@docusaurus/plugin-content-pages', { rehypePlugins }],
    ['@docusaurus/plugin-sitemap', { ignorePatterns: ['/search'] }],
    publishData,
    withoutHighlighter,
  ],
  themes: [
    ['@docusaurus/theme-classic', { customCss: ['./src/css/custom.css', './src/css/code-colours.css'] }],
    [
      rankedSearch,
      {
        docsRouteBasePath: '/',
        indexBlog: false,
        indexPages: true,
        hashed: 'filename',
        language: 'en',
        // Where a symbol is defined is nothing that people look for, and would be what a hit shows of its page.
        ignoreCssSelectors: ['p:has(> a[href*="#L"]):contains("Defined in: ")'],
      },
    ],
  ],
  themeConfig: /** @type {import('@docusaurus/theme-common').UserThemeConfig} */ ({
    image: 'img/social-card.png',
    colorMode: { respectPrefersColorScheme: true },
    navbar: {
      title: 'MicroSIP DevKit',
      logo: { alt: '', src: 'favicon.svg' },
      items: [
        { to: '/first-call', label: 'First call' },
        {
          to: '/guides/dial-from-your-language',
          label: 'Guides',
          activeBaseRegex: '/(?:guides/|call-state)',
        },
        {
          to: '/reference/command-line',
          label: 'API',
          activeBaseRegex: '/reference/(?!microsip|doctor|errors|vscode)',
        },
        { to: '/playground', label: 'Playground' },
        { to: '/sdk', label: 'SDK', activeBaseRegex: '/(?:sdk|reference/(?:microsip|doctor|errors))(?:/|$)' },
        { to: '/vscode', label: 'VS Code', activeBaseRegex: '/(?:reference/)?vscode$' },
      ].map((item) => ({ position: 'left', ...item })),
    },
    footer: {
      style: 'light',
      links: [
        {
          title: 'Begin',
          items: [
            { label: "MicroSIP's API", to: '/' },
            { label: 'A first call', to: '/first-call' },
            { label: 'Dial from your language', to: '/guides/dial-from-your-language' },
            { label: 'Troubleshooting', to: '/guides/troubleshooting' },
          ],
        },
        {
          title: 'MicroSIP',
          items: [
            { label: 'Command line', to: '/reference/command-line' },
            { label: 'Protocol handlers', to: '/reference/url-schemes' },
            { label: 'Inbound events', to: '/reference/inbound-events' },
            { label: 'What the web says', to: '/reference/what-the-web-says' },
            { label: 'Playground', to: '/playground' },
          ],
        },
        {
          title: 'The kit',
          items: [
            { label: 'SDK', to: '/sdk' },
            { label: 'The microsip command', to: '/reference/microsip' },
            { label: 'VS Code', to: '/vscode' },
            { label: 'Error codes', to: '/reference/errors' },
          ],
        },
        {
          title: 'For programs',
          items: [
            { label: 'The catalogue as data', to: '/reference/data' },
            { label: 'llms.txt', href: 'pathname:///llms.txt' },
          ],
        },
      ],
      copyright:
        'MIT licence. MicroSIP is the work of its own authors; this kit is not affiliated with them.',
    },
    prism: { theme: codeTheme },
  }),
};

// Docusaurus' loader of this file knows no top-level await, hence the function.
export default async function configure() {
  // The reference is written from the SDK's catalogue at every build; nothing of it is kept in the repository.
  await writeReference(fileURLToPath(new URL('docs/reference/generated', import.meta.url)));
  return config;
}
