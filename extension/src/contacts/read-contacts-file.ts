import { createScanner, findNodeAtLocation, parse, parseTree, type ParseError } from 'jsonc-parser';

import type { Localization } from '../localization.ts';
import { contactsOf, type ContactsFile, type ContactsProblem, type RefusalOf } from './contacts-file.ts';

/** Something wrong in a text, by where it stands there. */
export interface PlacedProblem extends Pick<ContactsProblem, 'message' | 'kind'> {
  /** In UTF-16 code units. */
  readonly offset: number;
  readonly length: number;
}

/** A file of contacts, as far as it can be read. */
export interface ReadContacts extends Pick<ContactsFile, 'contacts'> {
  /** The first ones. */
  readonly problems: readonly PlacedProblem[];
  /** How many there are. */
  readonly problemCount: number;
}

/** Whoever has more to mend begins with these. To find where one stands, all of its neighbours are gone through. */
const mostPlaced = 100;

/** Contacts need three. The parser that goes on after mistakes calls itself at each. */
const deepestNesting = 100;

/** Comments and a comma after the last contact are no mistakes: VS Code's own files may have them. */
const tolerance = { allowTrailingComma: true };

/**
 * Reads a file of contacts: all that is right in it, and where something is not, also when it is no JSON as a whole.
 */
export function readContactsFile(text: string, refusalOf: RefusalOf, l10n: Localization): ReadContacts {
  const { syntax, value } = parsed(text);
  const { contacts, problems } = contactsOf(value, refusalOf, l10n);
  const message = l10n.t('This is no JSON.');
  return {
    contacts,
    problems: [
      ...syntax
        .slice(0, mostPlaced)
        .map(({ offset, length }): PlacedProblem => ({ message, kind: 'form', offset, length })),
      ...placed(text, problems.slice(0, Math.max(0, mostPlaced - syntax.length))),
    ],
    problemCount: syntax.length + problems.length,
  };
}

interface Parsed {
  readonly value: unknown;
  readonly syntax: readonly Pick<ParseError, 'offset' | 'length'>[];
}

function parsed(text: string): Parsed {
  try {
    // Ten times as fast as a parser that goes on after mistakes, and nearly every file has none.
    return { value: JSON.parse(text) as unknown, syntax: [] };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== undefined) return { value: undefined, syntax: [{ offset: tooDeep, length: 1 }] };
  const syntax: ParseError[] = [];
  return { value: parse(text, syntax, tolerance) as unknown, syntax };
}

function placed(text: string, problems: readonly ContactsProblem[]): readonly PlacedProblem[] {
  if (problems.length === 0) return [];
  const root = tooDeepAt(text) === undefined ? parseTree(text, [], tolerance) : undefined;
  return problems.map(({ message, kind, path }) => {
    const node = root && findNodeAtLocation(root, [...path]);
    return { message, kind, offset: node?.offset ?? 0, length: node?.length ?? text.length };
  });
}

/** Where a text is nested too deeply to be parsed by calls within calls. */
function tooDeepAt(text: string): number | undefined {
  const scanner = createScanner(text);
  let depth = 0;
  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    switch (text[offset]) {
      case '{':
      case '[':
        if (++depth > deepestNesting) return offset;
        break;
      case '}':
      case ']':
        depth--;
        break;
      case undefined:
        return undefined;
    }
  }
}
