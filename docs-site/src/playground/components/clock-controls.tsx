import type { ReactNode } from 'react';

import styles from '../playground.module.css';
import { momentText } from './clock-text.ts';

interface ClockControlsProps {
  readonly elapsed: number;
  /** When something happens next by itself. */
  readonly nextAt: number | undefined;
  readonly isRunning: boolean;
  readonly onRunning: (isRunning: boolean) => void;
  readonly onPass: (ms: number) => void;
  readonly onNext: () => void;
}

/** The session's own time: running, or passed by hand. */
export function ClockControls(props: ClockControlsProps): ReactNode {
  const { elapsed, isRunning, nextAt, onNext, onPass, onRunning } = props;
  return (
    <div className={styles['clock']} role="group" aria-label="Time">
      <button type="button" aria-pressed={!isRunning} onClick={() => onRunning(!isRunning)}>
        Pause
      </button>
      <button type="button" disabled={nextAt === undefined} onClick={onNext}>
        Next event
      </button>
      <button type="button" onClick={() => onPass(1000)}>
        +1 s
      </button>
      <button type="button" onClick={() => onPass(10_000)}>
        +10 s
      </button>
      <span className={styles['aside']}>{momentText(elapsed)}</span>
    </div>
  );
}
