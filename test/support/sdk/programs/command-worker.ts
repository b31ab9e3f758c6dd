import { MicroSip } from '../../../../sdk/src/microsip.ts';

// Gives commands to a simulated phone, all at once: dials its numbers, and hangs up after each.
const [dataDirectory = '', ...numbers] = process.argv.slice(2);
await using phone = await MicroSip.connect({ backend: 'simulator', dataDirectory, timeoutMs: 600_000 });
await Promise.all(numbers.flatMap((number) => [phone.dial(number), phone.hangup()]));
