import type { Subscription } from '../../emitter.ts';
import type { MicroSipEvent, PhoneStatus } from '../../events/call-event.ts';
import type { FarEndAct } from '../../phone-model/far-end.ts';
import type { PhoneEffect } from '../../phone-model/phone-effect.ts';
import type { ControlReply, ControlRequest, Ring, UserAct } from './control-protocol.ts';

/** A phone that other processes can ask something of. */
export interface ControlledPhone {
  readonly status: PhoneStatus;
  readonly ended: Promise<void>;
  commandLine(tail: string, by?: 'second-start' | 'window-message'): Promise<boolean>;
  ring(call: Ring): string;
  farEnd(act: FarEndAct, callId?: string): void;
  user(act: UserAct): void;
  hang(forMs?: number): void;
  crash(): Promise<void>;
  onDidChange(listener: (event: MicroSipEvent) => void): Subscription;
  onDidPerform(listener: (effect: PhoneEffect) => void): Subscription;
}

type Reply = (reply: ControlReply) => void;

/** Does what a request asks of a phone, and replies. */
export async function answerRequest(
  phone: ControlledPhone,
  request: ControlRequest,
  reply: Reply,
  gone: AbortSignal,
): Promise<void> {
  switch (request.type) {
    case 'command-line': {
      const accepted = await phone.commandLine(request.tail, request.by);
      reply({ type: accepted ? 'done' : 'not-ready' });
      break;
    }
    case 'inspect':
      reply({
        type: 'status',
        status: phone.status,
        processId: process.pid,
        startedAt: Math.floor(performance.timeOrigin),
      });
      break;
    case 'subscribe':
      await serveSubscription(phone, request.to, reply, gone);
      break;
    case 'ring':
      reply({ type: 'rang', callId: phone.ring(request.call) });
      break;
    case 'far-end':
      phone.farEnd(request.act, request.callId);
      reply({ type: 'done' });
      break;
    case 'user':
      phone.user(request.act);
      reply({ type: 'done' });
      break;
    case 'crash':
      await phone.crash();
      break;
    case 'hang':
      phone.hang(request.forMs);
      reply({ type: 'done' });
      break;
    case 'shutdown':
      await phone.commandLine('/exit');
      reply({ type: 'done' });
      break;
  }
}

/** Reports until the phone ends or nobody listens any more. */
async function serveSubscription(
  phone: ControlledPhone,
  to: 'events' | 'effects',
  reply: Reply,
  gone: AbortSignal,
): Promise<void> {
  const subscription: Subscription =
    to === 'events'
      ? phone.onDidChange((event) => {
          reply({ type: 'event', event });
        })
      : phone.onDidPerform((effect) => {
          reply({ type: 'effect', effect });
        });
  reply({ type: 'subscribed', status: phone.status });
  try {
    const left = new Promise<void>((resolve) => {
      if (gone.aborted) resolve();
      gone.addEventListener('abort', () => {
        resolve();
      });
    });
    await Promise.race([left, phone.ended]);
  } finally {
    subscription.dispose();
  }
}
