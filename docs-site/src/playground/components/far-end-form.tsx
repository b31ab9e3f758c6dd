import { memo, type ReactNode } from 'react';

import styles from '../playground.module.css';
import type { FarEndManner } from '../session/playground-settings.ts';

const manners: Readonly<Record<FarEndManner, string>> = {
  answers: 'rings, and answers',
  rings: 'rings, and never answers',
  busy: 'is busy: 486',
  declines: 'rings, and declines: 603',
  unknown: 'is unknown: 404',
};

/** How those behave who are called. */
export const FarEndForm = memo(function FarEndForm({
  manner,
  onManner,
}: {
  readonly manner: FarEndManner;
  readonly onManner: (manner: FarEndManner) => void;
}): ReactNode {
  return (
    <label className={styles['choice']}>
      Whoever is called
      <select
        value={manner}
        onChange={({ target }) => {
          const chosen = (Object.keys(manners) as FarEndManner[]).find((known) => known === target.value);
          if (chosen !== undefined) onManner(chosen);
        }}
      >
        {Object.entries(manners).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
});
