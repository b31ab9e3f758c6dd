import { apiSidebar, dialFromYourLanguage, editorSidebar, kitSidebar } from './reference/sidebar.mts';

/** @type {import('@docusaurus/plugin-content-docs').SidebarsConfig} */
export default {
  documentation: [
    'index',
    'first-call',
    {
      type: 'category',
      label: 'Guides',
      collapsed: false,
      items: [
        dialFromYourLanguage,
        'call-state',
        'guides/safe-hooks',
        'guides/webhook',
        'guides/intercom',
        'guides/many-phones',
        'guides/provisioning',
        'guides/custom-builds',
        'guides/test-in-ci',
        'guides/troubleshooting',
      ],
    },
    {
      type: 'category',
      label: 'Your MicroSIP',
      items: ['where-microsip-is', 'delivery', 'link-handlers', 'wsl', 'wine'],
    },
    { type: 'category', label: "MicroSIP's API", collapsed: false, items: apiSidebar },
    { type: 'link', label: 'Playground', href: '/playground' },
    {
      type: 'category',
      label: 'This kit',
      collapsed: false,
      items: [{ type: 'link', label: 'The SDK', href: '/sdk' }, ...kitSidebar],
    },
    ...editorSidebar,
  ],
};
