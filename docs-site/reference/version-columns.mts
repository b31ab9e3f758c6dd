import { verifiedVersions, type Availability } from 'microsip-sdk/catalogue';

import { table } from './markdown.mts';

/** The heads of a table's version columns. */
export const versionHeads: readonly string[] = verifiedVersions;

const marks = { yes: '✓', partly: 'partly', no: '–', unknown: '?' } as const;

/** A table's version columns. */
export function versionCells(availability: Availability): string[] {
  return verifiedVersions.map((version) => marks[availability.verified[version]]);
}

/** What the marks of a table of versions mean; `no` completes "– …". */
export function markLegend(no: string): string {
  return `✓ was read in the source of that version; – ${no}; ? was not looked at in that version.`;
}

/** The versions as a table of one row. */
export function versionTable(availability: Availability): string {
  return table(versionHeads, [versionCells(availability)]);
}

/** The versions in one line, such as `3.20.5 –, 3.21.6 ✓ …`. */
export function versionLine(availability: Availability): string {
  const supports = new Set(verifiedVersions.map((version) => availability.verified[version]));
  const verified =
    supports.size === 1 && supports.has('yes')
      ? `every version read (${verifiedVersions.join(', ')})`
      : verifiedVersions.map((version) => `${version} ${marks[availability.verified[version]]}`).join(' · ');
  return [verified, ...releaseNotes(availability)].join('; ');
}

/** What release notes say beyond the versions that were read. */
export function releaseNotes({ removedIn, since }: Availability): string[] {
  return [
    ...(since === undefined ? [] : [`since ${since}, by the release notes`]),
    ...(removedIn === undefined ? [] : [`gone in ${removedIn}, by the release notes`]),
  ];
}
