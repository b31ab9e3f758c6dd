import { setTimeout as delay } from 'node:timers/promises';
import type { MicroSipEvent, PhoneStatus } from '../events/call-event.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { FarEndAct } from '../phone-model/far-end.ts';
import type { PhoneEffect } from '../phone-model/phone-effect.ts';
import { connectToPhone, exchange, replies } from './control/control-connection.ts';
import type { ControlReply, ControlRequest, Ring, UserAct } from './control/control-protocol.ts';
import { instanceAddress } from './control/instance-address.ts';

/** Limits of one request to a simulated phone. */
export interface RequestOptions {
  /** Ends the wait early with `CANCELLED`. */
  readonly signal?: AbortSignal;
  /** Milliseconds until `TIMEOUT`; 5000 if not given. */
  readonly timeoutMs?: number;
}

const defaultTimeoutMs = 5000;
const pollMs = 20;

/**
 * Speaks with the simulated phone of a data directory, whichever process it runs in.
 *
 * Every method fails with `NOT_RUNNING` when no phone is there, with `TIMEOUT` when it does not answer in time,
 * and with `CANCELLED` when the signal says so.
 *
 * @example
 * ```ts
 * const client = new SimulatorClient(dataDirectory);
 * const callId = await client.ring({ from: '"Ada" <sip:101@pbx.test>' });
 * await client.farEnd({ do: 'hang-up' }, callId);
 * ```
 */
export class SimulatorClient {
  /** The folder the phone lives in. */
  readonly dataDirectory: string;

  /**
   * Speaks to the phone of a folder, whether one runs there or not.
   *
   * @param dataDirectory - the folder the phone lives in
   */
  constructor(dataDirectory: string) {
    this.dataDirectory = dataDirectory;
  }

  /** Whether a phone runs there, hung ones included. */
  async isRunning(options: RequestOptions = {}): Promise<boolean> {
    return await this.#limited(options, async (signal) => {
      const socket = await connectToPhone(instanceAddress(this.dataDirectory).socket, signal);
      socket?.destroy();
      return socket !== undefined;
    });
  }

  /** Waits until a phone runs there and answers. */
  async waitUntilRunning(options: RequestOptions = {}): Promise<PhoneStatus> {
    return await this.#limited(options, async (signal) => {
      for (;;) {
        const reply = await this.#reply({ type: 'inspect' }, signal);
        if (reply?.type === 'status') return reply.status;
        await delay(pollMs, undefined, { signal });
      }
    });
  }

  /** Waits until no phone runs there any more. */
  async waitUntilEnded(options: RequestOptions = {}): Promise<void> {
    await this.#limited(options, async (signal) => {
      for (;;) {
        const socket = await connectToPhone(instanceAddress(this.dataDirectory).socket, signal);
        if (socket === undefined) return;
        socket.destroy();
        await delay(pollMs, undefined, { signal });
      }
    });
  }

  /** The phone's calls and registration. A hung phone answers as well: the question is the simulator's own. */
  async status(options: RequestOptions = {}): Promise<PhoneStatus> {
    const reply = await this.#ask({ type: 'inspect' }, options);
    if (reply.type === 'status') return reply.status;
    throw unexpected(reply);
  }

  /** The process that is the phone; nothing while there is none. A hung phone answers as well. */
  async processId(options: RequestOptions = {}): Promise<number | undefined> {
    return (await this.process(options))?.processId;
  }

  /** The process that is the phone, and when it began, in Unix milliseconds; nothing while there is none. */
  async process(
    options: RequestOptions = {},
  ): Promise<{ readonly processId: number; readonly startedAt: number } | undefined> {
    return await this.#limited(options, async (signal) => {
      const reply = await this.#reply({ type: 'inspect' }, signal);
      return reply?.type === 'status'
        ? { processId: reply.processId, startedAt: reply.startedAt }
        : undefined;
    });
  }

  /**
   * Hands over a raw command line and waits until the phone no longer keeps its sender waiting (facts B.2).
   *
   * @param tail - the command line behind the program's path
   * @param options - limits, and by which way it comes: as a second start of the program hands it over, or as a window
   * message
   * @returns `false` when the SIP stack does not run and the command is lost.
   */
  async sendCommandLine(
    tail: string,
    options: RequestOptions & { readonly by?: 'second-start' | 'window-message' } = {},
  ): Promise<boolean> {
    const { by = 'second-start', ...limits } = options;
    const reply = await this.#ask({ type: 'command-line', tail, by }, limits);
    return reply.type !== 'not-ready';
  }

  /** Makes a call come in, and returns its Call-ID. */
  async ring(call: Ring, options: RequestOptions = {}): Promise<string> {
    const reply = await this.#ask({ type: 'ring', call }, options);
    if (reply.type === 'rang') return reply.callId;
    throw unexpected(reply);
  }

  /** Lets the other side of a call act; of the newest call, if none is named. */
  async farEnd(act: FarEndAct, callId?: string, options: RequestOptions = {}): Promise<void> {
    await this.#ask({ type: 'far-end', act, ...(callId !== undefined && { callId }) }, options);
  }

  /** Does what a person does at the phone. */
  async user(act: UserAct, options: RequestOptions = {}): Promise<void> {
    await this.#ask({ type: 'user', act }, options);
  }

  /** Ends the phone as if its process had been killed. */
  async crash(options: RequestOptions = {}): Promise<void> {
    await this.#limited(options, async (signal) => {
      const socket = await connectToPhone(instanceAddress(this.dataDirectory).socket, signal);
      if (socket === undefined) throw notRunning(this.dataDirectory);
      await exchange(socket, { type: 'crash' }, signal);
    });
  }

  /** Makes the phone do nothing any more. */
  async hang(options: RequestOptions & { readonly forMs?: number } = {}): Promise<void> {
    const { forMs, ...limits } = options;
    await this.#ask({ type: 'hang', ...(forMs !== undefined && { forMs }) }, limits);
  }

  /** Ends the phone as its menu does, and waits until it has ended. */
  async shutdown(options: RequestOptions = {}): Promise<void> {
    await this.#ask({ type: 'shutdown' }, options);
    await this.waitUntilEnded(options);
  }

  /**
   * What is so now, and then all that happens until the phone ends, with nothing in between lost. There is no time
   * limit: end the wait with the signal, which ends the loop without an error.
   */
  async *follow(
    options: { readonly signal?: AbortSignal } = {},
  ): AsyncGenerator<PhoneStatus | MicroSipEvent, void, void> {
    for await (const reply of this.#subscribe('events', options.signal)) {
      if (reply.type === 'subscribed') yield reply.status;
      if (reply.type === 'event') yield reply.event;
    }
  }

  /**
   * What happens to the phone, from now on until it ends. There is no time limit: end the wait with the signal, which
   * ends the loop without an error.
   */
  async *events(options: { readonly signal?: AbortSignal } = {}): AsyncGenerator<MicroSipEvent, void, void> {
    for await (const reply of this.#subscribe('events', options.signal)) {
      if (reply.type === 'event') yield reply.event;
    }
  }

  /** What the phone model makes the phone do, from now on; for tests. */
  async *effects(options: { readonly signal?: AbortSignal } = {}): AsyncGenerator<PhoneEffect, void, void> {
    for await (const reply of this.#subscribe('effects', options.signal)) {
      if (reply.type === 'effect') yield reply.effect;
    }
  }

  async *#subscribe(
    to: 'events' | 'effects',
    signal?: AbortSignal,
  ): AsyncGenerator<ControlReply, void, void> {
    try {
      const socket = await connectToPhone(instanceAddress(this.dataDirectory).socket, signal);
      if (socket === undefined) throw notRunning(this.dataDirectory);
      yield* replies(socket, { type: 'subscribe', to }, signal);
    } catch (error) {
      if (signal?.aborted !== true) throw error;
    }
  }

  async #ask(request: ControlRequest, options: RequestOptions): Promise<ControlReply> {
    return await this.#limited(options, async (signal) => {
      const socket = await connectToPhone(instanceAddress(this.dataDirectory).socket, signal);
      if (socket === undefined) throw notRunning(this.dataDirectory);
      const reply = await exchange(socket, request, signal);
      if (reply === undefined) {
        throw new MicroSipError(
          'NOT_RUNNING',
          `The simulated phone in ${this.dataDirectory} ended before it answered; look at its log, and start it again.`,
        );
      }
      if (reply.type === 'error') throw new MicroSipError(reply.code, reply.message);
      return reply;
    });
  }

  async #reply(request: ControlRequest, signal: AbortSignal): Promise<ControlReply | undefined> {
    const socket = await connectToPhone(instanceAddress(this.dataDirectory).socket, signal);
    return socket === undefined ? undefined : await exchange(socket, request, signal);
  }

  async #limited<Result>(
    { signal, timeoutMs = defaultTimeoutMs }: RequestOptions,
    work: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    const limit = AbortSignal.timeout(timeoutMs);
    try {
      return await work(signal === undefined ? limit : AbortSignal.any([signal, limit]));
    } catch (error) {
      if (signal?.aborted === true) {
        throw new MicroSipError('CANCELLED', 'The request to the simulated phone was cancelled.', {
          cause: error,
        });
      }
      if (limit.aborted) {
        throw new MicroSipError(
          'TIMEOUT',
          `The simulated phone in ${this.dataDirectory} did not answer within ${timeoutMs} ms; ` +
            'it waits for a hook or hangs: end its process, or allow more time.',
          { cause: error },
        );
      }
      throw error;
    }
  }
}

function notRunning(dataDirectory: string): MicroSipError {
  return new MicroSipError(
    'NOT_RUNNING',
    `No simulated phone runs in ${dataDirectory}; start one with "microsip simulator run".`,
  );
}

function unexpected(reply: ControlReply): MicroSipError {
  return new MicroSipError(
    'INTERNAL',
    `The simulated phone answered with "${reply.type}"; use the same version of the kit at both ends.`,
  );
}
