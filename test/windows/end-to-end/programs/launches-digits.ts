import { launchingSender } from '../launching-sender.ts';

// The same by starts of the program alone: launches-digits.ts EXECUTABLE DIGITS …
const [executable = '', ...digits] = process.argv.slice(2);
const send = await launchingSender({ executable });
await Promise.all(digits.map((each) => send(`/dtmf:${each}`, 600_000)));
