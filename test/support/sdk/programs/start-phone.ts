import { MicroSip } from '../../../../sdk/src/microsip.ts';

// Starts the simulated phone of a folder, and ends.
const [dataDirectory = ''] = process.argv.slice(2);
await using phone = await MicroSip.connect({ backend: 'simulator', dataDirectory });
await phone.start();
