import assert from 'node:assert/strict';
import path from 'node:path';

import { readImportGraph, type ImportGraph } from '../../support/house/import-graph.ts';

const room = path.join(import.meta.dirname, '../../../sdk/src/catalogue');

describe('the files of the catalogue', () => {
  let graph: ImportGraph;
  before(async () => {
    graph = await readImportGraph(room);
  });

  it('import nothing from outside their room', () => {
    const foreign = [...graph].flatMap(([file, imports]) =>
      imports
        .filter(({ target }) => target === undefined || !graph.has(target))
        .map(({ specifier }) => `${file} imports ${specifier}`),
    );
    assert.deepEqual(foreign, []);
  });

  for (const light of ['commands.ts', 'schemes.ts', 'hooks.ts', 'limits.ts', 'version.ts']) {
    it(`let ${light} be had without settings, folklore and topics`, () => {
      const heavy = [...reachableFrom(graph, light)].filter((file) =>
        /^(settings|folklore|topics|reference|surprises)\b/u.test(file),
      );
      assert.deepEqual(heavy, []);
    });
  }

  it('leave the prose of topics and folklore out of the settings', () => {
    const heavy = [...reachableFrom(graph, 'settings.ts')].filter((file) =>
      /^(folklore|topics|reference|surprises)\b/u.test(file),
    );
    assert.deepEqual(heavy, []);
  });
});

function reachableFrom(graph: ImportGraph, file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { target, typeOnly } of graph.get(file) ?? []) {
    if (target !== undefined && !typeOnly) reachableFrom(graph, target, seen);
  }
  return seen;
}
