import { markedText } from 'microsip-sdk/catalogue';
import { headline, steps, type Advice, type Explanation } from 'microsip-sdk/explanation';
import { memo, type ReactNode } from 'react';

import styles from '../playground.module.css';
import { Plain, Prose } from './prose.tsx';

interface ReadingProps {
  readonly explanation: Explanation;
  /** Gives MicroSIP another command line. */
  readonly onGive: (line: string) => void;
}

/** What MicroSIP reads in a command line, and how to say what was probably meant. */
export const Reading = memo(function Reading({ explanation, onGive }: ReadingProps): ReactNode {
  const { advice, misunderstood, warnings } = explanation;
  const done = steps(explanation);
  return (
    <section
      className={`${styles['card']} ${styles['reading']}`}
      data-misunderstood={misunderstood}
      aria-label="What MicroSIP reads"
    >
      <p className={styles['headline']}>
        <Plain>{headline(explanation)}</Plain>
      </p>
      <div className={styles['readingParts']}>
        <div>
          <h2 className={styles['label']}>What it does</h2>
          {done.length === 0 ? (
            <p>Nothing.</p>
          ) : (
            <ol className={styles['steps']}>
              {done.map((step, index) => (
                <li key={index}>
                  <Plain>{step}</Plain>
                </li>
              ))}
            </ol>
          )}
          {warnings.map((one) => (
            <p key={one.text} className={styles['warning']}>
              <Prose>{markedText(one)}</Prose>
            </p>
          ))}
        </div>
        {advice.length > 0 && (
          <div>
            <h2 className={styles['label']}>{misunderstood ? 'The right way' : 'With the kit'}</h2>
            {advice.map((one, index) => (
              <AdviceItem key={index} advice={one} onGive={onGive} />
            ))}
          </div>
        )}
      </div>
    </section>
  );
});

function AdviceItem({
  advice: { commandLine, kit, note, wants },
  onGive,
}: {
  readonly advice: Advice;
  readonly onGive: (line: string) => void;
}): ReactNode {
  return (
    <div className={styles['advice']}>
      <p>
        <Prose>{wants}</Prose>
      </p>
      {commandLine !== undefined && (
        <p className={styles['way']}>
          <code>
            <Plain>{`microsip.exe ${commandLine}`.trimEnd()}</Plain>
          </code>
          {/<\w+>/u.test(commandLine) || (
            <button type="button" className={styles['small']} onClick={() => onGive(commandLine)}>
              Give it
            </button>
          )}
        </p>
      )}
      {kit !== undefined && (
        <p className={styles['way']}>
          <code>
            <Plain>{kit}</Plain>
          </code>
          <span className={styles['aside']}>with the kit</span>
        </p>
      )}
      {note !== undefined && (
        <p className={styles['aside']}>
          <Prose>{note}</Prose>
        </p>
      )}
    </div>
  );
}
