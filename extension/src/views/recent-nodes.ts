import { checkTarget, type CallRecord } from 'microsip-sdk';

import type { Localization } from '../localization.ts';
import { localDay, recordFace, type Onlooker } from './record-face.ts';
import { uniqueIds } from './unique-ids.ts';
import { ViewNode } from './view-node.ts';

export { localDay };

/**
 * Makes the entries of the view Recent.
 *
 * @param nameOf - the name that the user's own contacts have for a number
 */
export function recentNodes(
  records: readonly CallRecord[],
  onlooker: Onlooker,
  l10n: Localization,
  nameOf: (number: string) => string | undefined,
): readonly ViewNode[] {
  const idFor = uniqueIds();
  return records.map(
    (record) =>
      new ViewNode(idFor(`${record.source}:${record.id}`), { type: 'record', record }, () =>
        recordFace(record, checkTarget(record.number).ok, onlooker, l10n, nameOf(record.number)),
      ),
  );
}
