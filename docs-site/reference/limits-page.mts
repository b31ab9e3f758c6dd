import { limitIds, limits } from 'microsip-sdk/catalogue';

import { linkedText } from './linked-text.mts';
import { blocks, page, table } from './markdown.mts';
import { limitAnchor, placeOf } from './places.mts';
import { basisMark, sources } from './statements.mts';

/** The page of the numbers that programs around MicroSIP have to respect. */
export function limitsPage(): string {
  const groups = [
    { title: 'Lengths and numbers', ids: limitIds.filter((id) => !isTime(limits[id].unit)) },
    { title: 'Times', ids: limitIds.filter((id) => isTime(limits[id].unit)) },
  ];
  return page(
    {
      slug: '/reference/limits',
      title: 'Limits',
      description:
        'How long a number, a hook or a value may be for MicroSIP, how long it waits, and how many entries it keeps.',
    },
    `What programs around MicroSIP have to respect: how much it reads and keeps, how long it waits, and what is safe.`,
    ...groups.map(({ ids, title }) =>
      blocks(
        `## ${title}`,
        table(
          ['Limit', 'What it is'],
          ids.map((id) => [
            `<span id="${limitAnchor(id)}">**${shown(limits[id].value)} ${limits[id].unit}**</span>`,
            `${linkedText(limits[id].meaning, placeOf.limit(id))}${basisMark(limits[id].basis)}`,
          ]),
        ),
      ),
    ),
    '## In programs',
    'The SDK has them by name, so that no number stands twice:',
    "```ts\nimport { limits } from 'microsip-sdk/catalogue';\n\nconst patience = limits.hookWait.value; // milliseconds\n```",
    sources(limitIds.flatMap((id) => limits[id].sources)),
  );
}

function isTime(unit: string): boolean {
  return ['ms', 's', 'days'].includes(unit);
}

function shown(value: number): string {
  return value.toLocaleString('en');
}
