import { closeSync, openSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

// Appends registrations that come and go to a log, as a phone does that keeps it open, and tells when it wrote each:
//   node append-registrations.ts LOG COUNT
const [file = '', count = '1'] = process.argv.slice(2);

const descriptor = openSync(file, 'a');
for (let index = 0; index < Number(count); index++) {
  await delay(5 + ((index * 37) % 50));
  const word =
    index % 2 === 0
      ? 'registration success, status=200 (OK), will re-register in 300 seconds'
      : 'unregistration success';
  const time = new Date().toTimeString().slice(0, 8);
  const line = `${time}.000            pjsua_acc.c  ...."100" <sip:100@127.0.0.1>: ${word}\r\n`;
  const before = process.hrtime.bigint();
  writeSync(descriptor, line);
  process.send?.(String(before));
}
closeSync(descriptor);
process.disconnect();
