// Writes the folder it stands in into a file: node working-directory.ts FILE
import { writeFileSync } from 'node:fs';

const [file = ''] = process.argv.slice(2);
writeFileSync(file, process.cwd());
