import { monitorEventLoopDelay } from 'node:perf_hooks';

import { LogSource } from '../../../sdk/src/events/log/log-source.ts';

// Says, as JSON, how long a process that just began needs until it knows the state from a log, and then all of it:
//   node time-log-state.ts LOG
const [file = ''] = process.argv.slice(2);

const blocks = monitorEventLoopDelay({ resolution: 1 });
const ending = new AbortController();
const start = performance.now();
let first: number | undefined;
for await (const observation of new LogSource(file).observe(ending.signal)) {
  if (observation.type !== 'history') continue;
  first ??= performance.now() - start;
  if (observation.complete) {
    const complete = performance.now() - start;
    blocks.disable();
    console.log(JSON.stringify({ first, complete, blocked: blocks.max / 1e6 }));
    ending.abort();
  } else blocks.enable();
}
