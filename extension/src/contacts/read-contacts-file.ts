import { findNodeAtLocation, parse, parseTree, type ParseError } from 'jsonc-parser';

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
  readonly problems: readonly PlacedProblem[];
}

/** Comments and a comma after the last contact are no mistakes: VS Code's own files may have them. */
const tolerance = { allowTrailingComma: true };

/**
 * Reads a file of contacts: all that is right in it, and where something is not, also when it is no JSON as a whole.
 */
export function readContactsFile(text: string, refusalOf: RefusalOf, l10n: Localization): ReadContacts {
  const syntax: ParseError[] = [];
  const value = strictlyParsed(text) ?? (parse(text, syntax, tolerance) as unknown);
  const { contacts, problems } = contactsOf(value, refusalOf, l10n);
  return {
    contacts,
    problems: [
      ...syntax.map(({ offset, length }): PlacedProblem => ({
        message: l10n.t('This is no JSON.'),
        kind: 'form',
        offset,
        length,
      })),
      ...placed(text, problems),
    ],
  };
}

/** Ten times as fast as a parser that goes on after mistakes, and nearly every file has none. */
function strictlyParsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function placed(text: string, problems: readonly ContactsProblem[]): readonly PlacedProblem[] {
  if (problems.length === 0) return [];
  const root = parseTree(text, [], tolerance);
  return problems.map(({ message, kind, path }) => {
    const node = root && findNodeAtLocation(root, [...path]);
    return { message, kind, offset: node?.offset ?? 0, length: node?.length ?? text.length };
  });
}
