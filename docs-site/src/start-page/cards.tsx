import Link from '@docusaurus/Link';
import type { ReactNode } from 'react';

import styles from './cards.module.css';

/** Cards beside each other, as many as there is room for. */
export function Cards({ children }: { readonly children: ReactNode }): ReactNode {
  return <ul className={styles['cards'] ?? ''}>{children}</ul>;
}

/** A way on: all of the card can be clicked, its title is what the link is called. */
export function Card({
  children,
  title,
  to,
}: {
  readonly children: ReactNode;
  readonly title: string;
  readonly to: string;
}): ReactNode {
  return (
    <li className={styles['card'] ?? ''}>
      <Link to={to}>{title}</Link>
      <div>{children}</div>
    </li>
  );
}
