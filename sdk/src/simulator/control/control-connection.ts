import { connect, type Socket } from 'node:net';
import { MicroSipError } from '../../microsip-error.ts';
import { isSystemError } from '../../system-error.ts';
import type { ControlReply, ControlRequest } from './control-protocol.ts';
import { onLine, writeLine } from './json-lines.ts';

/** Codes with which a connection fails when nobody listens, or no longer does, on Unix domain sockets and on named pipes. */
const nobodyListens = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET']);

/**
 * Connects to the phone behind a socket.
 *
 * @returns nothing when no phone is there.
 */
export async function connectToPhone(socketPath: string, signal?: AbortSignal): Promise<Socket | undefined> {
  signal?.throwIfAborted();
  return await new Promise((resolve, reject) => {
    const socket = connect({ path: socketPath });
    const onAbort = (): void => {
      socket.destroy();
      reject(abortReason(signal));
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    socket.once('connect', () => {
      signal?.removeEventListener('abort', onAbort);
      socket.removeAllListeners('error');
      resolve(socket);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      signal?.removeEventListener('abort', onAbort);
      if (nobodyListens.has(error.code ?? '')) resolve(undefined);
      else reject(error);
    });
  });
}

/**
 * Sends a request and waits for its one reply. It has no time limit of its own, as the real helper process has none
 * (facts B): pass a signal.
 *
 * @returns nothing when the phone ended without an answer.
 */
export async function exchange(
  socket: Socket,
  request: ControlRequest,
  signal?: AbortSignal,
): Promise<ControlReply | undefined> {
  for await (const reply of replies(socket, request, signal)) return reply;
  return undefined;
}

/** Sends a request and hands out its replies until the connection ends. */
export async function* replies(
  socket: Socket,
  request: ControlRequest,
  signal?: AbortSignal,
): AsyncGenerator<ControlReply, void, void> {
  const arrived: ControlReply[] = [];
  let failure: unknown;
  let wake: () => void = () => undefined;

  onLine(socket, (line) => {
    try {
      arrived.push(parseReply(line));
    } catch (error) {
      failure ??= error;
    }
    wake();
  });
  socket.on('error', (error) => {
    // A phone that crashes resets the connection: it ended without an answer.
    if (!isSystemError(error, 'ECONNRESET', 'EPIPE')) failure ??= error;
    wake();
  });
  socket.on('close', () => {
    wake();
  });
  const onAbort = (): void => {
    failure ??= abortReason(signal);
    wake();
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    signal?.throwIfAborted();
    writeLine(socket, request);
    for (;;) {
      const next = arrived.shift();
      if (next !== undefined) yield next;
      else if (failure !== undefined) throw toError(failure);
      else if (socket.closed) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal?.removeEventListener('abort', onAbort);
    socket.destroy();
  }
}

const replyTypes: ReadonlySet<unknown> = new Set<ControlReply['type']>([
  'done',
  'not-ready',
  'status',
  'rang',
  'subscribed',
  'event',
  'effect',
  'error',
]);

/** The other end is a phone of the same user behind a socket closed to others: only the frame is looked at. */
function isReply(value: unknown): value is ControlReply {
  return typeof value === 'object' && value !== null && 'type' in value && replyTypes.has(value.type);
}

function parseReply(line: string): ControlReply {
  const value: unknown = JSON.parse(line);
  if (!isReply(value)) {
    throw new MicroSipError(
      'INTERNAL',
      'The simulated phone answered with something else than a reply; use the same version of the kit at both ends.',
    );
  }
  return value;
}

function abortReason(signal: AbortSignal | undefined): Error {
  return toError(signal?.reason);
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
