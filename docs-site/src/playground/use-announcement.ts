import { useEffect, useState } from 'react';

/** How long nothing changes before it is told, in milliseconds: nobody wants to hear every letter. */
const restMs = 500;

/** The text that a screen reader is to say: what it was told last, once that has stayed for a moment. */
export function useAnnouncement(text: string): string {
  const [announced, announce] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => announce(text), restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return announced;
}
