import { createRequire } from 'node:module';

import { apiSidebar, kitSidebar } from './reference/sidebar.mts';

const [sdkReference] = createRequire(import.meta.url)('./docs/sdk/typedoc-sidebar.cjs');

/** @type {import('@docusaurus/plugin-content-docs').SidebarsConfig} */
export default {
  documentation: [
    'index',
    'first-call',
    'call-state',
    'vscode',
    {
      type: 'category',
      label: 'Your MicroSIP',
      collapsed: false,
      items: ['where-microsip-is', 'delivery', 'link-handlers', 'wsl', 'wine'],
    },
    {
      type: 'category',
      label: 'Guides',
      items: [
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
    { type: 'category', label: "MicroSIP's API", collapsed: false, items: apiSidebar },
    { type: 'category', label: 'This kit', collapsed: false, items: [sdkReference, ...kitSidebar] },
  ],
};
