import { createRequire } from 'node:module';

/** @typedef {{ label: string, link?: object, items: SidebarCategory[] }} SidebarCategory */

// Its one entry of the highest level is the package, with the rooms of its symbols and then its other entries.
/** @type {[SidebarCategory]} */
const [main] = createRequire(import.meta.url)('./sdk-docs/typedoc-sidebar.cjs');

/** @type {import('@docusaurus/plugin-content-docs').SidebarsConfig} */
export default {
  sdk: [
    { type: 'doc', id: 'index', label: 'The SDK' },
    { ...main, collapsed: false, items: main.items.filter(({ link }) => link === undefined) },
    // Each as programs import it: the package has a room of the same name for some of them.
    ...main.items
      .filter(({ link }) => link !== undefined)
      .map((entry) => ({ ...entry, label: `${main.label}/${entry.label}` })),
  ],
};
