import {
  verifiedVersions,
  type Availability,
  type Source,
  type Trap,
  type VersionNote,
} from 'microsip-sdk/catalogue';

import { code, list, text } from './markdown.mts';

/** The heads of a table's version columns. */
export const versionHeads: readonly string[] = verifiedVersions;

const marks = { yes: '✓', partly: 'partly', no: '–', unknown: '?' } as const;

/** A table's version columns. */
export function versionCells(availability: Availability): string[] {
  return verifiedVersions.map((version) => marks[availability.verified[version]]);
}

/** What differs between versions, as a list under its own words. */
export function differences(notes: readonly VersionNote[]): string {
  if (notes.length === 0) return '';
  return `**Between versions**\n\n${list(notes.map((note) => `${note.versions.join(', ')}: ${text(note.text)}`))}`;
}

/** What surprises people, as a list under its own words. */
export function traps(entries: readonly Trap[]): string {
  if (entries.length === 0) return '';
  const items = entries.map((entry) => {
    const versions = entry.versions === undefined ? '' : ` (${entry.versions.join(', ')})`;
    return `${text(entry.text)}${versions}${howKnown(entry.basis)}`;
  });
  return `**Traps**\n\n${list(items)}`;
}

/** Where it was read. */
export function sources(entries: readonly Source[]): string {
  const places = [...new Set(entries.flatMap((entry) => entry.code ?? []))];
  return places.length === 0 ? '' : `Read in MicroSIP's source: ${places.map(code).join(', ')}.`;
}

function howKnown(basis: Trap['basis']): string {
  switch (basis) {
    case 'verified':
      return '';
    case 'inferred':
      return ' *(inferred, not seen)*';
    case 'field':
      return ' *(reported by people who run it)*';
  }
}
