import type { FarEndAct, PhoneState, UserInput } from 'microsip-sdk/phone-model';
import type { ReactNode } from 'react';

import styles from '../playground.module.css';
import { callActs, callProgress } from '../session/call-acts.ts';
import { nameOf } from '../session/effect-happening.ts';
import { shownText } from '../session/shown-text.ts';
import { clockText } from './clock-text.ts';

interface CallCardProps {
  readonly call: PhoneState['calls'][number];
  /** Milliseconds since the epoch, in the session's time. */
  readonly now: number;
  readonly isSelected: boolean;
  readonly onUser: (input: UserInput) => void;
  readonly onFarEnd: (callId: string, act: FarEndAct) => void;
}

/** One call: what it is doing, and what can be done by either side. */
export function CallCard({ call, isSelected, now, onFarEnd, onUser }: CallCardProps): ReactNode {
  const { callId, confirmedAt, direction, remote } = call;
  const { farEnd, here } = callActs(call);
  const name = shownText(nameOf(remote));
  return (
    <li className={styles['call']} data-state={call.state}>
      <p className={styles['callHead']}>
        <span className={styles['callName']}>
          <span aria-hidden="true">{direction === 'outgoing' ? '↗' : '↙'} </span>
          <bdi>{name}</bdi>
        </span>
        <span className={styles['callState']}>
          {callProgress(call)}
          {confirmedAt !== null && ` · ${clockText(now - confirmedAt)}`}
        </span>
      </p>
      <p className={styles['aside']}>
        PJSIP: <code>{call.state}</code>
        {isSelected && ' · the tab that hold, digits and transfer act on'}
      </p>
      <div className={styles['acts']} role="group" aria-label={`Call with ${name}: at the phone`}>
        <span className={styles['aside']}>Here</span>
        {here.map(({ label, type }) => (
          <button key={type} type="button" onClick={() => onUser({ type, callId })}>
            {label}
          </button>
        ))}
      </div>
      <div className={styles['acts']} role="group" aria-label={`Call with ${name}: the far end`}>
        <span className={styles['aside']}>Far end</span>
        {farEnd.map(({ act, label }) => (
          <button key={label} type="button" onClick={() => onFarEnd(callId, act)}>
            {label}
          </button>
        ))}
      </div>
    </li>
  );
}
