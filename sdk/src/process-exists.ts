import { isSystemError } from './system-error.ts';

/** Whether a process of this machine has that number; one that may not be touched is there all the same. */
export function processExists(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return !isSystemError(error, 'ESRCH');
  }
}
