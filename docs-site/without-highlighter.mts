import type { Plugin } from '@docusaurus/types';

/**
 * Leaves out of the scripts what would colour programs in the browser, a sixth of all that a page loads: here they are
 * coloured while the site is built. The theme imports it in any case.
 */
export function withoutHighlighter(): Plugin {
  return {
    name: 'without-highlighter',
    configureWebpack: () => ({ resolve: { alias: { 'prism-react-renderer': false } } }),
  };
}
