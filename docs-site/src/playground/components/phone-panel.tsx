import { callsOf, type FarEndAct, type PhoneState, type UserInput } from 'microsip-sdk/phone-model';
import type { ReactNode } from 'react';

import styles from '../playground.module.css';
import { shownText } from '../session/shown-text.ts';
import { standstillText, statusLines } from '../session/phone-status.ts';
import { CallCard } from './call-card.tsx';

interface PhonePanelProps {
  readonly phone: PhoneState | undefined;
  /** Milliseconds since the epoch, in the session's time. */
  readonly now: number;
  readonly onUser: (input: UserInput) => void;
  readonly onFarEnd: (callId: string, act: FarEndAct) => void;
  readonly onRegistrar: (status: number) => void;
}

/** The phone as it is now: its state, its message boxes and its calls. */
export function PhonePanel({ now, onFarEnd, onRegistrar, onUser, phone }: PhonePanelProps): ReactNode {
  if (phone === undefined) {
    return <p className={styles['quiet']}>MicroSIP does not run. A number, or nothing, starts it.</p>;
  }
  const calls = callsOf(phone);
  const standstill = standstillText(phone);
  return (
    <>
      <ul className={styles['status']}>
        {statusLines(phone).map(({ good, text }) => (
          <li key={text} data-good={good}>
            <bdi>{shownText(text)}</bdi>
          </li>
        ))}
      </ul>
      {phone.registration.added && phone.registration.status !== 200 && (
        <p>
          <button type="button" onClick={() => onRegistrar(200)}>
            The registrar accepts
          </button>
        </p>
      )}
      {standstill !== undefined && <p className={styles['standstill']}>{standstill}</p>}
      {phone.messageBoxes.map(({ text }, index) => (
        <div key={index} className={styles['messageBox']}>
          <p>
            <bdi>{shownText(text)}</bdi>
          </p>
          <button type="button" onClick={() => onUser({ type: 'user-confirms' })}>
            OK
          </button>
        </div>
      ))}
      {phone.offeredDigits !== null && (
        <p className={styles['way']}>
          <code>
            <bdi>{shownText(phone.offeredDigits)}</bdi>
          </code>
          <button type="button" onClick={() => onUser({ type: 'user-sends-digits' })}>
            Send
          </button>
        </p>
      )}
      {calls.length === 0 ? (
        <p className={styles['quiet']}>No call.</p>
      ) : (
        <ul className={styles['calls']} aria-label="Calls">
          {calls.map((call) => (
            <CallCard
              key={call.callId}
              call={call}
              now={now}
              isSelected={calls.length > 1 && call.callId === phone.selectedCallId}
              onUser={onUser}
              onFarEnd={onFarEnd}
            />
          ))}
        </ul>
      )}
    </>
  );
}
