import type { GraphImport, ImportGraph } from './import-graph.ts';

/** `value`: any import; `types`: only `import type`; `value from a file`: that file alone, and types. */
export type Arrow = 'any' | 'types' | { readonly only: readonly string[] };

/** Which rooms a room may import from. */
export type Arrows = Readonly<Record<string, Readonly<Record<string, Arrow>> | 'everything'>>;

/** The room of a file: its top folder, or its own name when it lies at the top. */
export function roomOf(file: string): string {
  const [top = file, ...rest] = file.split('/');
  return rest.length > 0 ? top : top.replace(/\.ts$/u, '');
}

/** Every import that follows no arrow of the table, as sentences. */
export function forbiddenArrows(graph: ImportGraph, arrows: Arrows): string[] {
  const complaints: string[] = [];
  for (const [file, imports] of graph) {
    const room = roomOf(file);
    const allowed = arrows[room];
    if (allowed === undefined) {
      complaints.push(`${file}: the room "${room}" is not in the table of arrows`);
      continue;
    }
    if (allowed === 'everything') continue;
    for (const found of imports) {
      if (found.target === undefined || roomOf(found.target) === room) continue;
      const targetRoom = roomOf(found.target);
      const complaint = arrowComplaint(found, found.target, allowed[targetRoom]);
      if (complaint !== undefined) {
        complaints.push(
          `${file}:${found.line} imports ${found.target}, but ${room} ${complaint} ${targetRoom}`,
        );
      }
    }
  }
  return complaints;
}

function arrowComplaint(found: GraphImport, target: string, arrow: Arrow | undefined): string | undefined {
  if (arrow === undefined) return 'may not import from';
  if (arrow === 'any' || found.typeOnly) return undefined;
  if (arrow === 'types') return 'may import only types from';
  return arrow.only.includes(target) ? undefined : `may import only ${arrow.only.join(', ')} from`;
}

/** Every import that leads out of the graph to nothing, as sentences. */
export function brokenImports(graph: ImportGraph): string[] {
  return [...graph].flatMap(([file, imports]) =>
    imports
      .filter(({ target }) => target !== undefined && !graph.has(target))
      .map(({ line, specifier }) => `${file}:${line} imports ${specifier}, which is not there`),
  );
}

/**
 * Every way from a browser room to something only Node has, as sentences that show the whole way.
 * Types are erased, so only values count.
 *
 * @param packages - packages that run in a browser too
 */
export function waysToNode(
  graph: ImportGraph,
  browserRooms: readonly string[],
  packages: readonly string[] = [],
): string[] {
  const complaints: string[] = [];
  for (const start of graph.keys()) {
    if (!browserRooms.includes(roomOf(start))) continue;
    const cameFrom = new Map<string, string | undefined>([[start, undefined]]);
    for (const file of cameFrom.keys()) {
      for (const { specifier, target, typeOnly } of graph.get(file) ?? []) {
        if (typeOnly || packages.includes(specifier)) continue;
        if (target === undefined) {
          complaints.push(`${[...wayTo(file, cameFrom), specifier].join(' → ')} does not run in a browser`);
        } else if (!cameFrom.has(target)) cameFrom.set(target, file);
      }
    }
  }
  return complaints;
}

function wayTo(file: string, cameFrom: ReadonlyMap<string, string | undefined>): string[] {
  const previous = cameFrom.get(file);
  return previous === undefined ? [file] : [...wayTo(previous, cameFrom), file];
}

/** Every circle of files that import each other, each once, as sentences; also where only types close it. */
export function importCycles(graph: ImportGraph): string[] {
  const complaints: string[] = [];
  const finished = new Set<string>();
  const way: string[] = [];

  const walk = (file: string): void => {
    const position = way.indexOf(file);
    if (position >= 0) {
      complaints.push([...way.slice(position), file].join(' → '));
      return;
    }
    if (finished.has(file)) return;
    way.push(file);
    for (const { target } of graph.get(file) ?? []) {
      if (target !== undefined) walk(target);
    }
    way.pop();
    finished.add(file);
  };

  for (const file of graph.keys()) walk(file);
  return complaints;
}
