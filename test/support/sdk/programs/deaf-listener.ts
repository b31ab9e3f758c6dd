// Listens on a socket, and never gets round to those who connect: node deaf-listener.ts SOCKET
import { createServer } from 'node:net';

const [socket = ''] = process.argv.slice(2);
createServer().listen(socket, () => process.kill(process.pid, 'SIGSTOP'));
