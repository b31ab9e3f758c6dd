import { memo, useState, type ReactNode } from 'react';

import styles from '../playground.module.css';
import type { Caller } from '../session/playground-session.ts';

/** Lets somebody call the phone. */
export const CallerForm = memo(function CallerForm({
  isEnabled,
  onCall,
}: {
  readonly isEnabled: boolean;
  readonly onCall: (caller: Caller) => void;
}): ReactNode {
  const [number, setNumber] = useState('555');
  const [name, setName] = useState('Ada');
  return (
    <form
      className={styles['caller']}
      onSubmit={(event) => {
        event.preventDefault();
        onCall({ number, name });
      }}
    >
      <label>
        Number
        <input
          type="text"
          value={number}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setNumber(event.target.value)}
        />
      </label>
      <label>
        Name
        <input
          type="text"
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" disabled={!isEnabled}>
        Ring in
      </button>
    </form>
  );
});
