import { memo, useEffect, useRef, type ReactNode } from 'react';

import styles from '../playground.module.css';
import { shownText } from '../session/shown-text.ts';

/** The log of the SIP stack, at its end. */
export const LogView = memo(function LogView({ log }: { readonly log: readonly string[] }): ReactNode {
  const view = useRef<HTMLPreElement>(null);
  useEffect(() => {
    if (view.current !== null) view.current.scrollTop = view.current.scrollHeight;
  }, [log]);
  if (log.length === 0) {
    return (
      <p className={styles['quiet']}>
        Nothing is logged. MicroSIP writes its log when <code>enableLog</code> was set as it started.
      </p>
    );
  }
  const lines = log.join('').split(/\r?\n/u);
  return (
    <pre ref={view} className={styles['log']} tabIndex={0} aria-label="The log">
      <code>{lines.map(shownText).join('\n')}</code>
    </pre>
  );
});
