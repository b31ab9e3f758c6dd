import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { roomTitles } from './room-titles.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '../..');
const sdk = path.join(root, 'sdk');
const entries = [
  '',
  'catalogue',
  'target',
  'phone-model',
  'pjsip-log',
  'explanation',
  'recipes',
  'diagnosis',
  'simulator',
];

/**
 * How TypeDoc writes the reference of the SDK. What is not documented, not exported or linked wrongly ends the build.
 *
 * @param {string} out the folder its pages go into
 * @param {string} [lineTemplate] where a line of a source is read; without it no page says where a symbol is defined
 * @returns {Record<string, unknown>}
 */
export function typedocOptions(out, lineTemplate) {
  return {
    entryPoints: entries.map((entry) => path.join(sdk, 'src', entry, 'index.ts')),
    tsconfig: path.join(sdk, 'tsconfig.json'),
    plugin: [
      'room-categories.mjs',
      'page-descriptions.mjs',
      ...(lineTemplate === undefined ? ['without-sources.mjs'] : []),
    ].map((file) => path.join(here, file)),
    // Where nothing else is said, TypeDoc asks git for a remote, and warns where there is none.
    disableGit: true,
    displayBasePath: root,
    sourceLinkTemplate: lineTemplate ?? '{path}',
    pageTitleTemplates: { module: '{name}', member: '{name}' },
    out,
    docsPath: out,
    router: 'member',
    navigation: { includeCategories: true, includeGroups: false },
    readme: 'none',
    excludeInternal: true,
    excludePrivate: true,
    categorizeByGroup: false,
    categoryOrder: [...new Set(Object.values(roomTitles)), 'Classes', 'Functions', 'Data', 'Types'],
    logLevel: 'Warn',
    requiredToBeDocumented: [
      'Variable',
      'Function',
      'Class',
      'Interface',
      'Constructor',
      'Method',
      'Accessor',
      'TypeAlias',
    ],
    // Tables of the catalogue whose keys a type names; the reference has pages of its own for what they hold.
    intentionallyNotExported: [
      'accountChoiceSettings',
      'accountSettings',
      'audioSettings',
      'automationSettings',
      'incomingSettings',
      'networkSettings',
      'programSettings',
      'videoSettings',
      'windowSettings',
      'checks',
      'ringSchema',
      'userActSchema',
    ],
    validation: { notDocumented: true, notExported: true, invalidLink: true, unusedMergeModuleWith: true },
    treatWarningsAsErrors: true,
    treatValidationWarningsAsErrors: true,
  };
}
