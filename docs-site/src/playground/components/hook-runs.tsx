import { memo, type ReactNode } from 'react';

import styles from '../playground.module.css';
import type { HookRun } from '../session/happening.ts';
import { shownText } from '../session/shown-text.ts';
import { momentText } from './clock-text.ts';

/** The programs that the hooks started, newest first. */
export const HookRuns = memo(function HookRuns({
  hookRuns,
}: {
  readonly hookRuns: readonly HookRun[];
}): ReactNode {
  if (hookRuns.length === 0) return <p className={styles['quiet']}>No hook has started a program yet.</p>;
  return (
    <ol className={styles['hookRuns']}>
      {hookRuns.toReversed().map((run) => (
        <li key={run.hook}>
          <p className={styles['callHead']}>
            <strong>{run.key}</strong>
            <span className={styles['moment']}>
              {momentText(run.at)}
              {run.endedAt === undefined ? ', still runs' : ` to ${momentText(run.endedAt)}`}
            </span>
          </p>
          <p>
            <code>
              <bdi>{shownText(`${run.file} ${run.params}`)}</bdi>
            </code>
          </p>
          <p className={styles['aside']}>
            Given by MicroSIP: <code>{run.argument === '' ? 'nothing' : shownText(run.argument)}</code> ·{' '}
            {run.blocks === 'sip' ? 'SIP stands' : 'the windows stand'} still meanwhile
          </p>
        </li>
      ))}
    </ol>
  );
});
