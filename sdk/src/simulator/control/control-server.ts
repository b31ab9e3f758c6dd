import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import * as v from 'valibot';
import { MicroSipError } from '../../microsip-error.ts';
import { lock } from '../start/pid-lock.ts';
import { connectToPhone } from './control-connection.ts';
import { controlRequestSchema, type ControlReply, type ControlRequest } from './control-protocol.ts';
import type { InstanceAddress } from './instance-address.ts';
import { onLine, writeLine } from './json-lines.ts';

/** Answers one request: by one reply, or, to a subscription, by any number until the signal says that nobody listens. */
export type ControlHandler = (
  request: ControlRequest,
  reply: (reply: ControlReply) => void,
  signal: AbortSignal,
) => Promise<void>;

/** How long a start may wait for others that are looking for the instance at the same moment. */
const lockTimeoutMs = 10_000;

/** How long a connection may keep its request to itself, and how long an exiting phone waits for answers to be read. */
const requestTimeoutMs = 10_000;
const farewellMs = 500;

/** What may wait for a listener that does not read, in bytes; then it is let go. */
const unreadLimit = 8 * 1024 * 1024;

/** The socket by which a phone is found, and by which it hears. Whoever has it is the one instance. */
export class ControlServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Those who connected before the phone could hear. */
  readonly #waiting: Socket[] = [];
  #handler: ControlHandler | undefined;

  private constructor() {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      // Whoever asked may be gone before the answer; nobody is left to tell.
      socket.on('error', () => socket.destroy());
      if (this.#handler === undefined) this.#waiting.push(socket);
      else this.#serve(socket, this.#handler);
    });
  }

  /**
   * Takes the address. The socket that a killed instance left behind is removed.
   *
   * @returns nothing when an instance has it.
   */
  static async listen(address: InstanceAddress, signal?: AbortSignal): Promise<ControlServer | undefined> {
    const limit = AbortSignal.timeout(lockTimeoutMs);
    const either = signal === undefined ? limit : AbortSignal.any([signal, limit]);
    const unlock = await lock(address.instanceLock, either).catch((error: unknown) => {
      throw limit.aborted ? lockedOut(address, error) : error;
    });
    try {
      const instance = await connectToPhone(address.socket, either);
      if (instance !== undefined) {
        instance.destroy();
        return undefined;
      }
      if (process.platform !== 'win32') rmSync(address.socket, { force: true });
      const server = new ControlServer();
      await new Promise<void>((resolve, reject) => {
        server.#server.once('error', reject);
        server.#server.listen(address.socket, resolve);
      });
      return server;
    } finally {
      unlock();
    }
  }

  /** Begins to hear, those first who connected before. */
  serve(handler: ControlHandler): void {
    this.#handler = handler;
    for (const socket of this.#waiting.splice(0)) this.#serve(socket, handler);
  }

  /** Ends every connection and gives the address up. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
    // Answers that are on their way still leave.
    await new Promise((resolve) => setImmediate(resolve));
    for (const socket of this.#sockets) socket.end(() => socket.destroy());
    const timer = setTimeout(() => {
      for (const socket of this.#sockets) socket.destroy();
    }, farewellMs);
    await closed;
    clearTimeout(timer);
  }

  #serve(socket: Socket, handler: ControlHandler): void {
    const gone = new AbortController();
    let asked = false;
    socket.on('close', () => {
      gone.abort();
    });
    socket.setTimeout(requestTimeoutMs, () => socket.destroy());
    onLine(socket, (line) => {
      if (asked) return;
      asked = true;
      socket.setTimeout(0);
      const reply = (value: ControlReply): void => {
        writeLine(socket, value);
        if (socket.writableLength > unreadLimit) socket.destroy();
      };
      this.#answer(line, handler, reply, gone.signal).then(
        () => socket.end(),
        (error: unknown) => {
          reply(errorReply(error));
          socket.end();
        },
      );
    });
  }

  async #answer(
    line: string,
    handler: ControlHandler,
    reply: (value: ControlReply) => void,
    signal: AbortSignal,
  ): Promise<void> {
    await handler(parseRequest(line), reply, signal);
  }
}

function lockedOut(address: InstanceAddress, cause: unknown): MicroSipError {
  return new MicroSipError(
    'TIMEOUT',
    `Another start has been looking for the simulated phone for ${lockTimeoutMs / 1000} s; ` +
      `end its process, or delete ${address.instanceLock}.`,
    { cause },
  );
}

function parseRequest(line: string): ControlRequest {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new MicroSipError('INVALID_ARGUMENT', 'A request to a simulated phone must be one line of JSON.', {
      cause: error,
    });
  }
  const parsed = v.safeParse(controlRequestSchema, value);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `A simulated phone does not understand the request: ${v.getDotPath(issue) ?? 'request'}: ${issue.message}`,
  );
}

function errorReply(error: unknown): ControlReply {
  return error instanceof MicroSipError
    ? { type: 'error', code: error.code, message: error.message }
    : { type: 'error', code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) };
}
