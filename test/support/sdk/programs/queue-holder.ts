import { FileQueueFolder } from '../../../../sdk/src/channel/queue/file-queue-folder.ts';
import { CommandQueue } from '../../../../sdk/src/channel/queue/command-queue.ts';
import { thisProcess } from '../../../../sdk/src/channel/queue/queue-process.ts';

// Takes a turn, says so, and keeps it until it is killed.
const [directory = ''] = process.argv.slice(2);
const queue = new CommandQueue(new FileQueueFolder(() => directory), thisProcess);
await queue.enter(new AbortController().signal, 60_000);
process.stdout.write('entered\n');
setInterval(() => undefined, 1000);
