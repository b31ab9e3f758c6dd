import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Benchmark, inTurns, milliseconds } from './measurement.ts';

const entry = pathToFileURL(join(import.meta.dirname, '../../sdk/dist/index.js')).href;
const aimMs = 25;

function processTime(code: string): number {
  const start = performance.now();
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { stdio: 'ignore' });
  return performance.now() - start;
}

/** What `import 'microsip-sdk'` adds to a program. */
export const sdkImport: Benchmark = {
  name: 'import of the SDK',
  async run() {
    const times = await inTurns(40, {
      bareNode: () => processTime('0'),
      withSdk: () => processTime(`import ${JSON.stringify(entry)}`),
    });
    const added = times.withSdk - times.bareNode;
    return [
      {
        subject: "import 'microsip-sdk'",
        figure: `${milliseconds(added)} more`,
        against: `bare node: ${milliseconds(times.bareNode)}`,
        aim: `≤ ${milliseconds(aimMs)}`,
        reached: added <= aimMs,
      },
    ];
  },
};
