import { parseArgs } from 'node:util';

import type { ImportGraph } from '../house/import-graph.ts';

/** What `npm test -- …` asked for. */
export interface TestRequest {
  /** Folders or files, relative to `test/`; none means everything. */
  readonly places: readonly string[];
  /** Only tests whose name matches. */
  readonly grep: string | undefined;
  /** Whether only those that run on Windows are meant. */
  readonly windowsOnly: boolean;
}

/** What a test run consists of. */
export interface TestPlan {
  /** Types, lint and format; left out when only some tests were asked for. */
  readonly checks: boolean;
  /** Files for mocha on Node, relative to `test/`. */
  readonly nodeFiles: readonly string[];
  /** Files for mocha inside VS Code, relative to `test/`. */
  readonly vscodeFiles: readonly string[];
  /** Files for mocha on Windows, relative to `test/`. */
  readonly windowsFiles: readonly string[];
  /** Whether a file of the plan drives a browser. */
  readonly needsBrowser: boolean;
}

/** Reads `npm test`'s arguments: `[--windows] [--grep PATTERN] [PLACE …]`. */
export function parseTestRequest(parameters: readonly string[]): TestRequest {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    options: { grep: { type: 'string', short: 'g' }, windows: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const places = positionals.map((place) =>
    place
      .replaceAll('\\', '/')
      .replace(/^(\.\/)?(test\/)?/u, '')
      .replace(/\/$/u, ''),
  );
  return {
    places: values.windows ? windowsPlaces(places) : places,
    grep: values.grep,
    windowsOnly: values.windows,
  };
}

/** All of `windows/`, or the places below it. */
function windowsPlaces(places: readonly string[]): readonly string[] {
  if (places.length === 0) return ['windows'];
  return places.map((place) => (/^windows(?:\/|$)/u.test(place) ? place : `windows/${place}`));
}

/**
 * @param request - what was asked for
 * @param files - the imports of every file below `test/`
 * @throws Error when a place holds no test
 */
export function planTests(request: TestRequest, files: ImportGraph): TestPlan {
  const tests = [...files.keys()].filter((file) => file.endsWith('.test.ts')).sort();
  const chosen =
    request.places.length === 0 ? tests : request.places.flatMap((place) => testsAt(place, tests));
  const vscodeFiles = chosen.filter((file) => file.startsWith('extension/'));
  const windowsFiles = chosen.filter((file) => file.startsWith('windows/'));
  const elsewhere = new Set([...vscodeFiles, ...windowsFiles]);
  const nodeFiles = chosen.filter((file) => !elsewhere.has(file));
  return {
    checks: request.places.length === 0 && request.grep === undefined,
    nodeFiles,
    vscodeFiles,
    windowsFiles,
    needsBrowser: nodeFiles.some((file) => drivesBrowser(file, files)),
  };
}

function testsAt(place: string, tests: readonly string[]): string[] {
  const found = tests.filter(
    (file) => file === place || file === `${place}.test.ts` || file.startsWith(`${place}/`),
  );
  if (found.length === 0) throw new Error(`There is no test at test/${place}.`);
  return found;
}

/** Whether a test reaches the browser support, directly or through other files of the tests. */
function drivesBrowser(file: string, files: ImportGraph): boolean {
  const reached = new Set([file]);
  for (const next of reached) {
    if (next.startsWith('support/browser/')) return true;
    for (const { target } of files.get(next) ?? []) if (target !== undefined) reached.add(target);
  }
  return false;
}
