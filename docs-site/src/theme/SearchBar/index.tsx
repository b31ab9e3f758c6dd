import SearchBar from '@theme-original/SearchBar';
import { useEffect, useRef, type ReactNode } from 'react';

/**
 * The search of the navigation bar. By itself it takes the focus once its index has come, also from those who have
 * gone on by the keyboard meanwhile.
 */
export default function SearchBarThatLetsGo(): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const input = place.current?.querySelector('input') ?? undefined;
    if (input === undefined) return;
    const focus = input.focus.bind(input);
    let handled = 0;
    const noteGesture = (): void => {
      handled += 1;
      setTimeout(() => {
        handled -= 1;
      });
    };
    // What the search does at a key or a click, such as its shortcut, was asked for.
    input.focus = (options) => {
      const isElsewhere = document.activeElement !== input && document.activeElement !== document.body;
      if (handled > 0 || !isElsewhere) focus(options);
    };
    document.addEventListener('keydown', noteGesture, true);
    document.addEventListener('pointerdown', noteGesture, true);
    document.addEventListener('click', noteGesture, true);
    return () => {
      document.removeEventListener('keydown', noteGesture, true);
      document.removeEventListener('pointerdown', noteGesture, true);
      document.removeEventListener('click', noteGesture, true);
    };
  }, []);
  return (
    <div ref={place} style={{ display: 'contents' }}>
      <SearchBar />
    </div>
  );
}
