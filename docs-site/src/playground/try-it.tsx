import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';

import { playgroundLink, type PlaygroundRequest } from './playground-link.ts';
import styles from './try-it.module.css';

/**
 * A link that tries a command line in the playground.
 *
 * @example
 * ```tsx
 * <TryIt line="/hangupall" />
 * ```
 */
export function TryIt(request: PlaygroundRequest): ReactNode {
  const { line, version } = request;
  const named = `Try it: microsip.exe ${line}${version === undefined ? '' : ` in MicroSIP ${version}`}`;
  return (
    <Link className={styles['tryIt'] ?? ''} to={playgroundLink(request)} aria-label={named}>
      Try it
    </Link>
  );
}
