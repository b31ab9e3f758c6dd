import { memo, type ReactNode } from 'react';

import styles from '../playground.module.css';
import type { Happening } from '../session/happening.ts';
import { Plain } from './prose.tsx';
import { momentText } from './clock-text.ts';

/** What happened: what came from outside, newest first, each with all that followed, in its order. */
export const Happenings = memo(function Happenings({
  happenings,
}: {
  readonly happenings: readonly Happening[];
}): ReactNode {
  return (
    <ol className={styles['groups']}>
      {groupsOf(happenings).map(([first, ...others]) => (
        <li key={first.id}>
          <p className={styles['given']} data-kind={first.kind}>
            <span className={styles['moment']}>{momentText(first.at)}</span>
            <span>
              <Plain>{first.text}</Plain>
            </span>
          </p>
          {others.length > 0 && (
            <ol className={styles['happenings']}>
              {others.map(({ at, id, kind, text }) => (
                <li key={id} data-kind={kind}>
                  <span className={styles['moment']}>{momentText(at)}</span>
                  <span>
                    <Plain>{text}</Plain>
                  </span>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  );
});

/** At least what it begins with. */
type Group = readonly [Happening, ...Happening[]];

function groupsOf(happenings: readonly Happening[]): readonly Group[] {
  const groups: [Happening, ...Happening[]][] = [];
  for (const happening of happenings) {
    const last = groups.at(-1);
    if (last === undefined || isFromOutside(happening)) groups.push([happening]);
    else last.push(happening);
  }
  return groups.reverse();
}

function isFromOutside({ kind }: Happening): boolean {
  return kind === 'given' || kind === 'command';
}
