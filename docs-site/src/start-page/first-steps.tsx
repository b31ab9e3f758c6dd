import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';

import styles from './first-steps.module.css';

/** The two things to do on the first page. */
export function FirstSteps(): ReactNode {
  return (
    <p className={styles['steps'] ?? ''}>
      <Link className="button button--primary button--lg" to="/first-call">
        Make a first call
      </Link>
      <Link className="button button--outline button--primary button--lg" to="/playground">
        Try it in the page
      </Link>
    </p>
  );
}
