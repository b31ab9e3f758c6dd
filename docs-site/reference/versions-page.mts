import { commands, hooks, settings, verifiedVersions, versionChanges } from 'microsip-sdk/catalogue';

import { linkedText } from './linked-text.mts';
import { blocks, code, link, list, page } from './markdown.mts';
import { placeOf } from './places.mts';
import { topicSection } from './statements.mts';
import { topicNamed } from './topic-named.mts';
import { cellWithNote, markLegend, releaseNotes, tableByVersion } from './version-columns.mts';

/** The page of what came and went between the versions that were read. */
export function versionsPage(): string {
  return page(
    {
      slug: '/reference/versions',
      title: 'Versions',
      description: `What changed between MicroSIP ${verifiedVersions.join(', ')} for those who drive it from outside, and how it is known.`,
    },
    `Every statement of this reference is tied to the versions whose source was read. Between two of them it holds only where
both agree, or where a release note names the change. Statements that were not read but follow from something else are
marked *inferred*; those of people who run MicroSIP in production are marked as *reported*.`,
    tableByVersion(
      'What',
      versionChanges.map(({ availability, feature }) => [
        cellWithNote(linkedText(feature), releaseNotes(availability).join('; ')),
        availability,
      ]),
    ),
    markLegend(
      versionChanges.map(({ availability }) => availability),
      'means that this version does not have it',
    ),
    '## From one version to the next',
    ...verifiedVersions.slice(1).map((version, index) => {
      const before = verifiedVersions[index];
      return before === undefined ? '' : changesBetween(before, version);
    }),
    topicSection(topicNamed('provenance')),
  );
}

type Version = (typeof verifiedVersions)[number];

/** What one version has and the one read before it has not, from the entries themselves. */
function changesBetween(before: Version, version: Version): string {
  const entries = [
    ...commands.map(({ availability, id, token }) => ({
      availability,
      label: link(code(token), placeOf.command(id)),
    })),
    ...hooks.map(({ availability, key }) => ({ availability, label: link(code(key), placeOf.hook(key)) })),
    ...settings
      .filter(({ key }) => !hooks.some((hook) => hook.key === key))
      .map((entry) => ({
        availability: entry.availability,
        label: link(code(entry.key), placeOf.setting(entry)),
      })),
  ];
  const labelsOf = (from: 'yes' | 'no', to: 'yes' | 'no'): string =>
    entries
      .filter(({ availability: { verified } }) => verified[before] === from && verified[version] === to)
      .map(({ label }) => label)
      .join(', ');
  const came = labelsOf('no', 'yes');
  const went = labelsOf('yes', 'no');
  return blocks(
    `### ${before} → ${version} {#${version.replaceAll('.', '-')}}`,
    list([
      `**New:** ${came === '' ? 'no command, hook or setting' : came}`,
      `**Gone:** ${went === '' ? 'no command, hook or setting' : went}`,
    ]),
  );
}
