import BrowserOnly from '@docusaurus/BrowserOnly';
import { lazy, Suspense, type ReactNode } from 'react';

import styles from './playground.module.css';

/** In a script of its own: Docusaurus fetches the pages that are linked ahead of time, and the phone is large. */
const Playground = lazy(async () => ({ default: (await import('./playground.tsx')).Playground }));

/** The playground, as its page shows it: not before it works, lest what somebody types meanwhile is lost. */
export function PlaygroundOnPage(): ReactNode {
  const onItsWay = <p className={styles['onItsWay']}>The phone is on its way …</p>;
  return (
    <BrowserOnly fallback={onItsWay}>
      {() => (
        <Suspense fallback={onItsWay}>
          <Playground />
        </Suspense>
      )}
    </BrowserOnly>
  );
}
