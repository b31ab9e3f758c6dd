import { memo, type ReactNode } from 'react';

import styles from '../playground.module.css';
import { situations, situationTitles, type Situation } from '../session/situation.ts';

/** Begins anew, in a situation. */
export const SituationForm = memo(function SituationForm({
  onSituation,
  situation,
}: {
  readonly situation: Situation;
  readonly onSituation: (situation: Situation) => void;
}): ReactNode {
  return (
    <div className={styles['situation']}>
      <label className={styles['choice']}>
        Begin with
        <select
          value={situation}
          onChange={({ target }) => {
            const chosen = situations.find((known) => known === target.value);
            if (chosen !== undefined) onSituation(chosen);
          }}
        >
          {situations.map((known) => (
            <option key={known} value={known}>
              {situationTitles[known]}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => onSituation(situation)}>
        Begin anew
      </button>
    </div>
  );
});
