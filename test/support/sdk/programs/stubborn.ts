import { writeFileSync } from 'node:fs';

// Stands in for a helper process whose phone does not take the command: it notes its process id, and stays.
const [file = ''] = process.argv.slice(2);
process.on('SIGTERM', () => undefined);
writeFileSync(file, String(process.pid));
setInterval(() => undefined, 1000);
