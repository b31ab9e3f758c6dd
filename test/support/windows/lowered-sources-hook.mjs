// Has Node.js 22 run the sources that lowered-sources.ts rewrote, in place of those with syntax it does not know:
// node --import=…/lowered-sources-hook.mjs
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(import.meta.dirname, '../../..');
const folder = process.env['MICROSIP_LOWERED_SOURCES'] ?? '';

registerHooks({
  load(url, context, nextLoad) {
    const lowered =
      url.startsWith('file:') && url.endsWith('.ts') ? loweredFile(fileURLToPath(url)) : undefined;
    if (lowered === undefined) return nextLoad(url, context);
    return { format: 'module', source: readFileSync(lowered, 'utf8'), shortCircuit: true };
  },
});

/** @param {string} file */
function loweredFile(file) {
  const lowered = path.join(folder, `${path.relative(root, file)}.mjs`);
  return existsSync(lowered) ? lowered : undefined;
}
