import { createRequire } from 'node:module';

const sdkReference = createRequire(import.meta.url)('./sdk-docs/typedoc-sidebar.cjs');

/** @type {import('@docusaurus/plugin-content-docs').SidebarsConfig} */
export default {
  sdk: [
    { type: 'doc', id: 'index', label: 'The SDK' },
    // Its one entry of the highest level is what everything is exported from.
    ...sdkReference.map((/** @type {object} */ entry) => ({ ...entry, collapsed: false })),
  ],
};
