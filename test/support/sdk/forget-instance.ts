import { rmSync } from 'node:fs';

import { instanceAddress } from '../../../sdk/src/simulator/control/instance-address.ts';

/** Removes what a killed simulated phone leaves behind outside its data directory: its socket and its locks. */
export function forgetInstance(dataDirectory: string): void {
  const { iniLock, instanceLock, socket } = instanceAddress(dataDirectory);
  const files = process.platform === 'win32' ? [iniLock, instanceLock] : [iniLock, instanceLock, socket];
  for (const file of files) rmSync(file, { force: true });
}
