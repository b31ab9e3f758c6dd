import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';

/** What a line of the control protocol may hold at most, in UTF-16 code units. */
export const lineLimit = 1024 * 1024;

/** Calls back for each line that arrives; a longer one than {@link lineLimit} destroys the connection. */
export function onLine(socket: Socket, callback: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let pending = '';
  socket.on('data', (chunk: Buffer) => {
    pending += decoder.write(chunk);
    for (let end = pending.indexOf('\n'); end !== -1; end = pending.indexOf('\n')) {
      const line = pending.slice(0, end);
      pending = pending.slice(end + 1);
      if (line.length > lineLimit) break;
      callback(line);
    }
    if (pending.length > lineLimit) {
      socket.destroy(new RangeError(`A line of the control protocol is longer than ${lineLimit} characters`));
    }
  });
}

/** Sends one value as a line. */
export function writeLine(socket: Socket, value: object): void {
  if (socket.writable) socket.write(`${JSON.stringify(value)}\n`);
}
