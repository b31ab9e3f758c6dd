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

/** Which rooms a room may import from. `CONTRIBUTING.md` draws it. */
const arrows: Arrows = {
  catalogue: {},
  'microsip-error': {},
  'system-error': {},
  'process-exists': { 'system-error': 'any' },
  emitter: {},
  'check-timeout': { 'microsip-error': 'any' },
  target: { catalogue: 'any', 'microsip-error': 'any' },
  // How Windows' profile functions trim a value is one rule for reading an ini and for the phone's answers.
  'phone-model': { catalogue: 'any', settings: { only: ['settings/profile-value.ts'] } },
  'one-line': {},
  'pjsip-log': { 'phone-model': 'any', 'one-line': 'any' },
  explanation: { 'phone-model': 'any', catalogue: 'any', target: 'any' },
  settings: {
    catalogue: 'any',
    'check-timeout': 'any',
    'microsip-error': 'any',
    'system-error': 'any',
    'process-exists': 'any',
  },
  simulator: {
    'phone-model': 'any',
    'pjsip-log': 'any',
    'one-line': 'any',
    settings: 'any',
    catalogue: 'any',
    'microsip-error': 'any',
    'system-error': 'any',
    events: 'types',
    emitter: 'any',
    // Both read and write call_log.db.
    history: { only: ['history/call-log/load-sqlite.ts'] },
  },
  action: { catalogue: 'any', target: 'any', 'microsip-error': 'any' },
  recipes: { action: 'any', target: 'any', catalogue: 'any', 'microsip-error': 'any' },
  installation: {
    'check-timeout': 'any',
    catalogue: 'any',
    target: 'any',
    'microsip-error': 'any',
    'system-error': 'any',
    'process-exists': 'any',
    // What was there before a registration is kept as the ini is: as a whole, and one change at a time.
    settings: {
      only: [
        'settings/atomic-file.ts',
        'settings/transaction/settings-bytes.ts',
        'settings/transaction/settings-lock.ts',
        'settings/transaction/time-limit.ts',
      ],
    },
  },
  // Asking a simulated phone goes through its client; the phone itself is another process.
  events: {
    installation: 'any',
    settings: 'any',
    'phone-model': 'any',
    catalogue: 'any',
    action: 'types',
    target: { only: ['target/number-match.ts'] },
    simulator: { only: ['simulator/simulator-client.ts'] },
    emitter: 'any',
    'microsip-error': 'any',
    'system-error': 'any',
  },
  history: {
    installation: 'types',
    settings: 'any',
    target: 'any',
    catalogue: 'any',
    'microsip-error': 'any',
    'system-error': 'any',
  },
  contacts: {
    installation: 'types',
    settings: 'any',
    target: 'any',
    catalogue: 'any',
    'microsip-error': 'any',
    'system-error': 'any',
  },
  // Looks at everything a phone consists of, and changes nothing.
  diagnosis: {
    contacts: 'any',
    history: 'any',
    installation: 'any',
    settings: 'any',
    events: 'any',
    'phone-model': 'any',
    catalogue: 'any',
    'microsip-error': 'any',
    'system-error': 'any',
  },
  channel: {
    'check-timeout': 'any',
    installation: 'any',
    // Which versions are known to take window messages.
    catalogue: { only: ['catalogue/version.ts'] },
    'microsip-error': 'any',
    'system-error': 'any',
    'process-exists': 'any',
  },
  'plan-launches': { action: 'any', channel: 'any', installation: 'any', 'microsip-error': 'any' },
  microsip: {
    'check-timeout': 'any',
    'plan-launches': 'any',
    action: 'any',
    channel: 'any',
    events: 'any',
    settings: 'any',
    history: 'any',
    contacts: 'any',
    diagnosis: 'any',
    installation: 'any',
    target: 'any',
    catalogue: 'any',
    'microsip-error': 'any',
  },
  index: 'everything',
  cli: 'everything',
};

/** Rooms that also run in a browser: nothing in them may lead to Node. `browser-rooms.test.ts` runs them in one. */
const browserRooms = ['catalogue', 'target', 'action', 'phone-model', 'pjsip-log', 'explanation', 'recipes'];

/** The packages such a room may use: plain computation, no Node. */
const browserPackages = ['leven'];

/** The public faces. Everything else is imported from the file that holds it. */
const publicFaces = [
  'index.ts',
  'catalogue/index.ts',
  'target/index.ts',
  'phone-model/index.ts',
  'pjsip-log/index.ts',
  'simulator/index.ts',
  'explanation/index.ts',
  'recipes/index.ts',
  'diagnosis/index.ts',
];

describe('the house', () => {
  let house: ImportGraph;
  before(async () => {
    house = await readImportGraph(path.join(import.meta.dirname, '../../sdk/src'));
  });

  it('lets imports follow only the arrows of its table', () => {
    assert.deepEqual(forbiddenArrows(house, arrows), []);
  });

  it('has no import that leads nowhere', () => {
    assert.deepEqual(brokenImports(house), []);
  });

  it('has no circle of imports', () => {
    assert.deepEqual(importCycles(house), []);
  });

  it('keeps Node out of the rooms that run in a browser', () => {
    assert.deepEqual(waysToNode(house, browserRooms, browserPackages), []);
  });

  it('has an index file only where it has a public face', () => {
    const indexFiles = [...house.keys()].filter((file) => path.posix.basename(file) === 'index.ts');
    assert.deepEqual(
      indexFiles.filter((file) => !publicFaces.includes(file)),
      [],
    );
  });

  it('names files and folders in kebab-case', () => {
    const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/u;
    assert.deepEqual(
      [...house.keys()].filter(
        (file) =>
          !file
            .replace(/\.ts$/u, '')
            .split('/')
            .every((name) => kebabCase.test(name)),
      ),
      [],
    );
  });
});

describe("the house's rules", () => {
  it('name the file, the line and the arrow that is missing', () => {
    const graph = importGraph({
      'target/parse.ts': '\nimport { start } from "../channel/launcher.ts";',
      'channel/launcher.ts': 'export const start = 1;',
    });
    assert.deepEqual(forbiddenArrows(graph, { target: {}, channel: {} }), [
      'target/parse.ts:2 imports channel/launcher.ts, but target may not import from channel',
    ]);
  });

  it('tell types from values', () => {
    const graph = importGraph({
      'simulator/run.ts': [
        'import type { CallEvent } from "../events/call-event.ts";',
        'import { type CallState } from "../events/call-event.ts";',
        'export type { EndReason } from "../events/call-event.ts";',
        'type Direction = import("../events/call-event.ts").CallDirection;',
        'import { follow } from "../events/follow.ts";',
      ].join('\n'),
      'events/call-event.ts': '',
      'events/follow.ts': '',
    });
    assert.deepEqual(forbiddenArrows(graph, { simulator: { events: 'types' }, events: {} }), [
      'simulator/run.ts:5 imports events/follow.ts, but simulator may import only types from events',
    ]);
  });

  it('see dynamic imports, requires and re-exports', () => {
    const graph = importGraph({
      'target/parse.ts': 'await import("../cli/a.ts"); require("../cli/b.ts"); export * from "../cli/c.ts";',
      'cli/a.ts': '',
      'cli/b.ts': '',
      'cli/c.ts': '',
    });
    assert.equal(forbiddenArrows(graph, { target: {}, cli: {} }).length, 3);
  });

  it('let one file of a room be the only way in', () => {
    const graph = importGraph({
      'events/a.ts':
        'import { ask } from "../simulator/client.ts"; import { run } from "../simulator/run.ts";',
      'simulator/client.ts': '',
      'simulator/run.ts': '',
    });
    assert.deepEqual(
      forbiddenArrows(graph, { events: { simulator: { only: ['simulator/client.ts'] } }, simulator: {} }),
      [
        'events/a.ts:1 imports simulator/run.ts, but events may import only simulator/client.ts from simulator',
      ],
    );
  });

  it('know no room that the table does not name', () => {
    assert.deepEqual(forbiddenArrows(importGraph({ 'utils/pad.ts': '' }), {}), [
      'utils/pad.ts: the room "utils" is not in the table of arrows',
    ]);
  });

  it('show the whole way from a browser room to Node', () => {
    const graph = importGraph({
      'target/parse.ts': 'import { read } from "../catalogue/read.ts"; import type { Stats } from "node:fs";',
      'catalogue/read.ts': 'import { readFileSync } from "node:fs";',
    });
    assert.deepEqual(waysToNode(graph, ['target']), [
      'target/parse.ts → catalogue/read.ts → node:fs does not run in a browser',
    ]);
  });

  it('show a circle', () => {
    const graph = importGraph({
      'target/a.ts': 'import "./b.ts";',
      'target/b.ts': 'import "./a.ts";',
    });
    assert.deepEqual(importCycles(graph), ['target/a.ts → target/b.ts → target/a.ts']);
  });

  it('show a circle that a type closes', () => {
    const graph = importGraph({
      'target/a.ts': 'import "./b.ts";',
      'target/b.ts': 'import type { A } from "./a.ts";',
    });
    assert.deepEqual(importCycles(graph), ['target/a.ts → target/b.ts → target/a.ts']);
  });

  it('find an import that leads nowhere', () => {
    assert.deepEqual(brokenImports(importGraph({ 'target/a.ts': 'import "./gone.ts";' })), [
      'target/a.ts:1 imports ./gone.ts, which is not there',
    ]);
  });
});
