import { lazy, Suspense, type ReactNode } from 'react';

/** In a script of its own: Docusaurus fetches the pages that are linked ahead of time, and the phone is large. */
const Playground = lazy(async () => ({ default: (await import('./playground.tsx')).Playground }));

/** The playground, as its page shows it. */
export function PlaygroundOnPage(): ReactNode {
  return (
    <Suspense fallback={<p>The phone is on its way …</p>}>
      <Playground />
    </Suspense>
  );
}
