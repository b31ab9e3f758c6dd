import type { PhoneProcess } from '../../installation/processes/phone-process.ts';
import type { ProcessSighting } from './process-watch.ts';

/** What is seen of the phone among its processes: the oldest is it; a later one only hands its command over (facts B). */
export function sightingOf([phone]: readonly PhoneProcess[]): ProcessSighting {
  if (phone === undefined) return { running: false };
  const { processId, startedAt } = phone;
  return {
    running: true,
    processId,
    ...(startedAt !== undefined && { startedAt: new Date(startedAt).toISOString() }),
  };
}
