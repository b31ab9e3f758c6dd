import { createRequire } from 'node:module';

const [sdkReference] = createRequire(import.meta.url)('./docs/sdk/typedoc-sidebar.cjs');

/** @type {import('@docusaurus/plugin-content-docs').SidebarsConfig} */
export default {
  documentation: [
    'index',
    'first-call',
    'call-state',
    {
      type: 'category',
      label: 'Your MicroSIP',
      collapsed: false,
      items: ['where-microsip-is', 'delivery', 'link-handlers', 'wsl', 'wine'],
    },
    sdkReference,
    {
      type: 'category',
      label: 'Reference',
      collapsed: false,
      items: [
        'reference/generated/command-line',
        'reference/generated/url-schemes',
        'reference/generated/event-hooks',
        'reference/generated/doctor',
        'reference/errors',
      ],
    },
  ],
};
