import { MicroSip } from '../../../../sdk/src/microsip.ts';

// Sends digits to a phone, one command each, all at once: sends-digits.ts EXECUTABLE DIGITS …
const [executable = '', ...digits] = process.argv.slice(2);
await using phone = await MicroSip.connect({ backend: 'windows', executable, timeoutMs: 600_000 });
await Promise.all(digits.map((each) => phone.sendDtmf(each)));
