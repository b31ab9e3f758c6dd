import assert from 'node:assert/strict';
import path from 'node:path';

import {
  brokenImports,
  forbiddenArrows,
  importCycles,
  waysToNode,
  type Arrows,
} from '../support/house/house-rules.ts';
import { importGraph, readImportGraph, type ImportGraph } from '../support/house/import-graph.ts';

/** Which rooms of the extension a room may import from; what has a file to itself is a room of its own. */
const arrows: Arrows = {
  clock: {},
  'steady-places': {},
  localization: {},
  'escape-markdown': {},
  'remote-text': {},
  // The tables are for the manifest; the running extension needs no more than their names.
  contributions: {},
  numbers: {},
  'known-callers': { localization: 'types', 'remote-text': 'any' },
  'settings-refused-error': {},
  settings: { 'settings-refused-error': 'any' },
  'markdown-line': { 'escape-markdown': 'any' },
  'markdown-text': { 'escape-markdown': 'any', 'markdown-line': 'any' },
  'number-settings': { numbers: 'any' },
  'failure-notice': { settings: 'types', 'settings-refused-error': 'any' },
  'tell-failure': { 'failure-notice': 'any', settings: 'any' },
  phone: { 'settings-refused-error': 'any' },
  'caller-names': { 'known-callers': 'any', phone: 'types' },
  'status-bar': {
    'caller-names': 'types',
    'known-callers': 'any',
    phone: 'any',
    contributions: 'types',
    clock: 'any',
    localization: 'any',
    'remote-text': 'any',
    'escape-markdown': 'any',
  },
  asking: {
    phone: 'types',
    clock: 'any',
    'steady-places': 'any',
    contacts: 'any',
    dialling: { only: ['dialling/dialled-text.ts', 'dialling/ask-question.ts'] },
    'known-callers': 'any',
    localization: 'types',
    'remote-text': 'any',
  },
  commands: {
    asking: 'any',
    phone: 'any',
    contacts: 'any',
    settings: 'any',
    'tell-failure': 'any',
    contributions: 'types',
    dialling: 'any',
    documents: 'types',
    numbers: 'any',
    localization: 'any',
    'remote-text': 'any',
    'markdown-line': 'any',
    'markdown-text': 'any',
  },
  dialling: {
    clock: 'any',
    phone: 'types',
    settings: 'any',
    'number-settings': 'any',
    numbers: 'any',
    'tell-failure': 'any',
    localization: 'types',
    'remote-text': 'any',
  },
  documents: {
    numbers: 'any',
    'number-settings': 'any',
    dialling: 'any',
    localization: 'types',
    'remote-text': 'any',
    'markdown-line': 'any',
  },
  'incoming-call': {
    'known-callers': 'any',
    phone: 'any',
    'tell-failure': 'any',
    localization: 'any',
    'remote-text': 'any',
  },
  'language-model-tools': {
    phone: 'types',
    contacts: 'types',
    settings: 'any',
    'failure-notice': 'any',
    contributions: 'types',
    dialling: { only: ['dialling/dialled-text.ts'] },
    'status-bar': { only: ['status-bar/call-words.ts', 'status-bar/pressing-calls.ts'] },
    localization: 'types',
    'remote-text': 'any',
  },
  'wrong-settings': { settings: 'any', localization: 'types' },
  api: { phone: 'types', settings: 'any', 'failure-notice': 'any' },
  'uri-handler': {
    phone: 'any',
    dialling: { only: ['dialling/dial-asked.ts'] },
    'tell-failure': 'any',
    'remote-text': 'any',
  },
  terminal: { documents: 'any', dialling: 'any' },
  'markdown-preview': {
    numbers: 'any',
    'number-settings': 'any',
    dialling: { only: ['dialling/link-title.ts'] },
    'uri-handler': { only: ['uri-handler/dial-uri.ts'] },
  },
  contacts: {
    'steady-places': 'any',
    phone: 'types',
    clock: 'types',
    dialling: 'any',
    localization: 'types',
    'remote-text': 'any',
  },
  views: {
    'caller-names': 'types',
    'known-callers': 'any',
    phone: 'types',
    contacts: 'any',
    clock: 'any',
    dialling: { only: ['dialling/dial-number.ts', 'dialling/ask-question.ts'] },
    'tell-failure': 'any',
    contributions: 'types',
    'incoming-call': 'any',
    localization: 'types',
    'remote-text': 'any',
    'status-bar': 'any',
  },
  extension: 'everything',
};

/** Rooms that are plain computation: they know neither the editor nor Node.js, so that they are tested without either. */
const pureRooms = [
  'clock',
  'localization',
  'escape-markdown',
  'markdown-line',
  'markdown-text',
  'remote-text',
  'known-callers',
  'steady-places',
  'numbers',
  'contributions',
];

/** What writes files from the tables, beside them. */
const writers = ['contributions/write-manifest.ts', 'contributions/generated-readme.ts'];

/** The packages such a room may use. */
const purePackages = ['microsip-sdk/target', 'libphonenumber-js/max'];

const extension = path.join(import.meta.dirname, '../../extension');

/** The files of the running extension, and the tables it names commands by. */
async function readHouse(): Promise<ImportGraph> {
  const graph = await readImportGraph(extension);
  const withoutSrc = (file: string): string => file.replace(/^src\//u, '');
  return new Map(
    [...graph]
      .filter(([file]) => /^(?:src|contributions)\//u.test(file) && !writers.includes(file))
      .map(([file, imports]) => [
        withoutSrc(file),
        imports.map((found) =>
          found.target === undefined ? found : { ...found, target: withoutSrc(found.target) },
        ),
      ]),
  );
}

/** The values that a file takes from a package, as sentences. */
function importsOfPackage(graph: ImportGraph, isMeant: (specifier: string) => boolean): string[] {
  return [...graph].flatMap(([file, imports]) =>
    imports
      .filter(({ specifier, target }) => target === undefined && isMeant(specifier))
      .map(({ line, specifier }) => `${file}:${line} imports ${specifier}`),
  );
}

describe('the house of the extension', () => {
  let house: ImportGraph;
  before(async () => {
    house = await readHouse();
  });

  it('lets imports follow only the arrows of its table', () => {
    assert.notEqual(house.size, 0);
    assert.deepEqual(forbiddenArrows(house, arrows), []);
  });

  it('has a room for every line of the table', () => {
    const rooms = new Set([...house.keys()].map((file) => file.replace(/\/.*|\.ts$/gu, '')));
    assert.deepEqual(
      Object.keys(arrows).filter((room) => !rooms.has(room)),
      [],
    );
  });

  it("has no import that leads nowhere, or past the SDK's public entries", () => {
    assert.deepEqual(brokenImports(house), []);
    assert.deepEqual(
      importsOfPackage(house, (specifier) => /^microsip-sdk\/(?:src|dist|.*\/)/u.test(specifier)),
      [],
    );
  });

  it('has no circle of imports', () => {
    assert.deepEqual(importCycles(house), []);
  });

  it('keeps the editor and Node.js out of the rooms that only compute', () => {
    assert.deepEqual(waysToNode(house, pureRooms, purePackages), []);
  });

  it('starts no process and opens no connection of its own: that is what the SDK is for', () => {
    const forbidden = /^(?:node:)?(?:child_process|cluster|dgram|https?2?|net|tls|worker_threads)$/u;
    assert.deepEqual(
      importsOfPackage(house, (specifier) => forbidden.test(specifier)),
      [],
    );
    assert.deepEqual(
      importsOfPackage(importGraph({ 'a.ts': 'import { spawn } from "node:child_process";' }), (specifier) =>
        forbidden.test(specifier),
      ),
      ['a.ts:1 imports node:child_process'],
    );
  });

  it('has no index file, and names files and folders in kebab-case', () => {
    const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/u;
    assert.deepEqual(
      [...house.keys()].filter((file) => {
        const names = file.replace(/\.ts$/u, '').split('/');
        return names.at(-1) === 'index' || !names.every((name) => kebabCase.test(name));
      }),
      [],
    );
  });
});
