import {
  basisMarks,
  verifiedVersions,
  type Basis,
  type Source,
  type Statement,
  type Topic,
  type Trap,
  type VerifiedVersion,
  type VersionNote,
} from 'microsip-sdk/catalogue';

import { linkedText } from './linked-text.mts';
import { blocks, code, list } from './markdown.mts';
import { placeOf } from './places.mts';

/** Says so of everything that was not read in the source. */
export function basisMark(basis: Basis): string {
  const mark = basisMarks[basis];
  return mark === '' ? '' : ` *(${mark})*`;
}

/** The versions that something holds in; nothing where it holds in all that were read. */
export function versionsMark(versions: readonly VerifiedVersion[] | undefined): string {
  return versions === undefined || versions.length === verifiedVersions.length
    ? ''
    : ` *(${versions.join(', ')})*`;
}

/** One statement, with its versions and how it is known. */
export function statementText({ basis, text, versions }: Trap, here: string): string {
  return `${linkedText(text, here)}${versionsMark(versions)}${basisMark(basis)}`;
}

/** What differs between versions, under its own words. */
export function differences(notes: readonly VersionNote[], here: string): string {
  if (notes.length === 0) return '';
  return blocks('**Between versions**', list(versionNotes(notes, here)));
}

/** What differs between versions, one item each. */
export function versionNotes(notes: readonly VersionNote[], here: string): string[] {
  return notes.map(({ text, versions }) => `**${versions.join(', ')}:** ${linkedText(text, here)}`);
}

/** What surprises people, under its own words. */
export function traps(entries: readonly Trap[], here: string): string {
  if (entries.length === 0) return '';
  return blocks('**Traps**', trapList(entries, here));
}

export function trapList(entries: readonly Trap[], here: string): string {
  return list(entries.map((entry) => statementText(entry, here)));
}

/** Where it was read. */
export function sources(entries: readonly Source[]): string {
  return readIn(entries.flatMap((entry) => entry.code ?? []));
}

/** A topic as a section of a page. */
export function topicSection(topic: Topic, ...more: readonly string[]): string {
  const here = placeOf.topic(topic);
  return blocks(
    `## ${topic.title} {#${topic.id}}`,
    list(topic.statements.map((entry) => statementText(entry, here))),
    ...more,
    readIn(topic.statements.flatMap((entry: Statement) => entry.code ?? [])),
  );
}

function readIn(places: readonly string[]): string {
  const unique = [...new Set(places)];
  return unique.length === 0 ? '' : `Read in MicroSIP's source: ${unique.map(code).join(', ')}.`;
}
