/** One element of a pattern: what it takes, and how often. */
interface Element {
  readonly takes: Atom;
  readonly times: 'once' | 'at-most-once' | 'any-number';
}

type Atom =
  | { readonly kind: 'character'; readonly accepts: (character: string) => boolean }
  | { readonly kind: 'group'; readonly alternatives: readonly DialPattern[] };

/** A pattern of a dial plan, ready to be matched. */
export type DialPattern = readonly Element[];

const groupEnds: Readonly<Record<string, string>> = { '(': ')', '{': '}' };

/**
 * Reads a pattern of a dial plan: `x` is any character, `.` repeats what stands before it, `?` makes it optional,
 * `[2-8]` is a class, `\d` a digit, round and curly brackets group, everything else stands for itself; `+` and `*`
 * too, being keys (facts A.7). That `.` may also mean "not at all" is inferred.
 *
 * @returns nothing for what is no pattern, such as `[` or `<a`: such an alternative never matches.
 */
export function parseDialPattern(text: string): DialPattern | undefined {
  const reader: Reader = { text, position: 0 };
  const pattern = readSequence(reader);
  return pattern !== undefined && reader.position === text.length ? pattern : undefined;
}

/** Whether a pattern takes a whole number. */
export function matchesWhole(pattern: DialPattern, number: string): boolean {
  return advance(pattern, number, new Set([0])).has(number.length);
}

interface Reader {
  readonly text: string;
  position: number;
}

function readSequence(reader: Reader): DialPattern | undefined {
  const elements: Element[] = [];
  while (reader.position < reader.text.length && !')}|'.includes(reader.text.charAt(reader.position))) {
    const takes = readAtom(reader);
    if (takes === undefined) return undefined;
    elements.push({ takes, times: readTimes(reader) });
  }
  return elements;
}

function readTimes(reader: Reader): Element['times'] {
  const sign = reader.text.charAt(reader.position);
  if (sign !== '.' && sign !== '?') return 'once';
  reader.position++;
  return sign === '.' ? 'any-number' : 'at-most-once';
}

function readAtom(reader: Reader): Atom | undefined {
  const character = reader.text.charAt(reader.position++);
  const groupEnd = groupEnds[character];
  if (groupEnd !== undefined) return readGroup(reader, groupEnd);
  switch (character) {
    case 'x':
      return { kind: 'character', accepts: () => true };
    case '[':
      return readClass(reader);
    case '\\':
      return readEscaped(reader);
    case '.':
    case '?':
    case '<':
      return undefined;
    default:
      return { kind: 'character', accepts: (candidate) => candidate === character };
  }
}

function readGroup(reader: Reader, end: string): Atom | undefined {
  const alternatives: DialPattern[] = [];
  for (;;) {
    const alternative = readSequence(reader);
    if (alternative === undefined) return undefined;
    alternatives.push(alternative);
    const sign = reader.text.charAt(reader.position++);
    if (sign === end) return { kind: 'group', alternatives };
    if (sign !== '|') return undefined;
  }
}

function readClass(reader: Reader): Atom | undefined {
  const end = reader.text.indexOf(']', reader.position);
  if (end <= reader.position) return undefined;
  const members = reader.text.slice(reader.position, end);
  reader.position = end + 1;
  return { kind: 'character', accepts: (candidate) => isMember(members, candidate) };
}

function isMember(members: string, candidate: string): boolean {
  for (let index = 0; index < members.length; index++) {
    const first = members.charAt(index);
    const range = members.charAt(index + 1) === '-' && index + 2 < members.length;
    const last = range ? members.charAt(index + 2) : first;
    if (candidate >= first && candidate <= last) return true;
    if (range) index += 2;
  }
  return false;
}

function readEscaped(reader: Reader): Atom | undefined {
  const escaped = reader.text.charAt(reader.position++);
  if (escaped === '') return undefined;
  return {
    kind: 'character',
    accepts:
      escaped === 'd' ? (candidate) => isMember('0-9', candidate) : (candidate) => candidate === escaped,
  };
}

/** Where a number can be after a pattern, from where it can be before: all ways at once, so no plan takes long. */
function advance(pattern: DialPattern, number: string, starts: ReadonlySet<number>): ReadonlySet<number> {
  let positions = starts;
  for (const { takes, times } of pattern) {
    if (positions.size === 0) break;
    const reached = new Set(times === 'once' ? [] : positions);
    let latest = positions;
    do {
      latest = new Set([...advanceAtom(takes, number, latest)].filter((position) => !reached.has(position)));
      for (const position of latest) reached.add(position);
    } while (times === 'any-number' && latest.size > 0);
    positions = reached;
  }
  return positions;
}

function advanceAtom(atom: Atom, number: string, starts: ReadonlySet<number>): ReadonlySet<number> {
  const ends = new Set<number>();
  if (atom.kind === 'character') {
    for (const start of starts) {
      if (start < number.length && atom.accepts(number.charAt(start))) ends.add(start + 1);
    }
    return ends;
  }
  for (const alternative of atom.alternatives) {
    for (const end of advance(alternative, number, starts)) ends.add(end);
  }
  return ends;
}
