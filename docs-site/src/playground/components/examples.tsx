import { memo, type ReactNode } from 'react';

import styles from '../playground.module.css';
import { examples } from '../session/examples.ts';

/** Command lines to click. */
export const Examples = memo(function Examples({
  onTry,
}: {
  readonly onTry: (line: string) => void;
}): ReactNode {
  return (
    <ul className={styles['examples']} aria-label="Examples">
      {examples.map(({ line, why }) => (
        <li key={line}>
          <button type="button" title={why} onClick={() => onTry(line)}>
            {line}
          </button>
        </li>
      ))}
    </ul>
  );
});
