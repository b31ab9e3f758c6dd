import { verifiedVersions, type Availability, type Support } from 'microsip-sdk/catalogue';

import { table } from './markdown.mts';

const marks: Readonly<Record<Support, string>> = { yes: '✓', partly: '(✓)', no: '–', unknown: '?' };

/** A row of a table by version: what it is about, and where it holds. */
export type VersionRow = readonly [subject: string, availability: Availability];

/** A table with a column for each version. It stands in a `div`, for its style on narrow screens. */
export function tableByVersion(head: string, rows: readonly VersionRow[]): string {
  const lines = table(
    [head, ...verifiedVersions],
    rows.map(([subject, availability]) => [subject, ...versionCells(availability)]),
  );
  return `<div class="by-version">\n\n${lines}\n\n</div>`;
}

function versionCells({ verified }: Availability): string[] {
  return verifiedVersions.map((version) => marks[verified[version]]);
}

/** A cell with something, and smaller below it what it is. */
export function cellWithNote(subject: string, note: string): string {
  return note === '' ? subject : `${subject}<br />${note}`;
}

/** What the marks mean that these rows have; `no` completes "– …". */
export function markLegend(availabilities: readonly Availability[], no: string): string {
  const meanings: Readonly<Record<Support, string>> = {
    yes: '✓ was read in the source of that version',
    partly: '(✓) holds in part, as its own section tells',
    no: `– ${no}`,
    unknown: '? was not looked at in that version',
  };
  const supports = new Set(availabilities.flatMap(({ verified }) => Object.values(verified)));
  const used = Object.entries(meanings).flatMap(([support, meaning]) =>
    supports.has(support as Support) ? [meaning] : [],
  );
  return `${used.join('; ')}.`;
}

/** The versions as a table of one row. */
export function versionTable(availability: Availability): string {
  return table(verifiedVersions, [versionCells(availability)]);
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
