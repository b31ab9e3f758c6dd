import { fileURLToPath } from 'node:url';

import { publishData } from './reference/publish-data.mts';
import { writeReference } from './reference/write-reference.mts';
import { typedocOptions } from './sdk-reference/typedoc-options.mjs';

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
    ['docusaurus-plugin-typedoc', typedocOptions(fileURLToPath(new URL('docs/sdk', import.meta.url)))],
    ['@docusaurus/plugin-content-docs', { routeBasePath: '/', sidebarPath: './sidebars.mjs' }],
    '@docusaurus/plugin-content-pages',
    ['@docusaurus/plugin-sitemap', { ignorePatterns: ['/search'] }],
    publishData,
  ],
  themes: [
    ['@docusaurus/theme-classic', { customCss: './src/css/custom.css' }],
    [
      '@easyops-cn/docusaurus-search-local',
      { docsRouteBasePath: '/', indexBlog: false, indexPages: true, hashed: 'filename', language: 'en' },
    ],
  ],
  themeConfig: /** @type {import('@docusaurus/theme-common').UserThemeConfig} */ ({
    colorMode: { respectPrefersColorScheme: true },
    navbar: {
      title: 'MicroSIP DevKit',
      logo: { alt: '', src: 'favicon.svg' },
      items: [
        { type: 'doc', docId: 'first-call', label: 'First call', position: 'left' },
        { type: 'doc', docId: 'reference/generated/command-line', label: 'Reference', position: 'left' },
        { to: '/playground', label: 'Playground', position: 'left' },
      ],
    },
    footer: {
      style: 'light',
      copyright:
        'MIT licence. MicroSIP is the work of its own authors; this kit is not affiliated with them.',
    },
    prism: { additionalLanguages: ['autohotkey', 'bash', 'batch', 'csharp', 'ini', 'json', 'powershell'] },
  }),
};

// Docusaurus' loader of this file knows no top-level await, hence the function.
export default async function configure() {
  // The reference is written from the SDK's catalogue at every build; nothing of it is kept in the repository.
  await writeReference(fileURLToPath(new URL('docs/reference/generated', import.meta.url)));
  return config;
}
