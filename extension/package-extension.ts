// `npm run package`: writes the extension as one file that VS Code installs.
import { statSync } from 'node:fs';
import path from 'node:path';

import { packageExtension } from './packaging/package-extension.ts';

const file = await packageExtension(import.meta.dirname);
const shown = path.relative(process.cwd(), file);
console.log(`Wrote ${shown}, ${Math.round(statSync(file).size / 1000)} kB. Install it with:

  code --install-extension ${shown}`);
