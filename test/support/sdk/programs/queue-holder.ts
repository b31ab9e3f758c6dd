import { FileQueueFolder } from '../../../../sdk/src/channel/queue/file-queue-folder.ts';
import { LaunchQueue } from '../../../../sdk/src/channel/queue/launch-queue.ts';
import { thisProcess } from '../../../../sdk/src/channel/queue/queue-process.ts';

// Takes a turn, says so, and keeps it until it is killed.
const [directory = ''] = process.argv.slice(2);
const queue = new LaunchQueue(new FileQueueFolder(() => directory), thisProcess);
await queue.enter(new AbortController().signal, 60_000);
process.stdout.write('entered\n');
setInterval(() => undefined, 1000);
