import { createHash } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

import { processExists } from '../../process-exists.ts';
import type { QueueProcess } from './command-queue.ts';
import type { QueueMember } from './queue-file.ts';

/** This process, as a member of queues. */
export const thisProcess: QueueProcess = {
  member: { pid: process.pid, host: hostId() },
  now: () => Date.now(),
  isAlive,
};

function isAlive({ pid, host }: QueueMember): boolean {
  // Nothing is known about processes elsewhere: their turns and tickets run out.
  if (host !== thisProcess.member.host) return true;
  return processExists(pid);
}

/** Tells machines, and containers that share a folder, apart. */
function hostId(): string {
  return createHash('sha256').update(`${hostname()} ${processIdSpace()}`).digest('hex').slice(0, 8);
}

function processIdSpace(): string {
  if (process.platform !== 'linux') return '';
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    // Without /proc there is nothing to tell apart.
    return '';
  }
}
