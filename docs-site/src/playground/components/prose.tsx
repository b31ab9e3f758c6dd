import type { ReactNode } from 'react';

import { shownText } from '../session/shown-text.ts';

/** Text of anybody, as it is. */
export function Plain({ children }: { readonly children: string }): ReactNode {
  return <bdi>{shownText(children)}</bdi>;
}

/** A sentence of the catalogue: what stands in backticks is code, everything else plain text. */
export function Prose({ children }: { readonly children: string }): ReactNode {
  const parts = shownText(children).split(/(`[^`]+`)/u);
  return (
    <bdi>
      {parts.map((part, index) =>
        part.startsWith('`') && part.length > 1 ? <code key={index}>{part.slice(1, -1)}</code> : part,
      )}
    </bdi>
  );
}
