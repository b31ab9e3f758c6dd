import * as v from 'valibot';
import type { MicroSipEvent, PhoneStatus } from '../../events/call-event.ts';
import type { MicroSipErrorCode } from '../../microsip-error.ts';
import type { PhoneEffect } from '../../phone-model/phone-effect.ts';
import { farEndActSchema, incomingCallEntries } from '../script/far-end-schema.ts';

/**
 * The control protocol of a simulated phone: JSON Lines over the socket of its data directory, one request a
 * connection. Every request is answered by one reply, `subscribe` by any number of them until the connection ends.
 */
export type ControlRequest = v.InferOutput<typeof controlRequestSchema>;

/** What a simulated phone answers. */
export type ControlReply =
  /** It is done; for a command line, MicroSIP no longer keeps the sender waiting. */
  | { readonly type: 'done' }
  /** The SIP stack does not run: the command line is lost (facts B). */
  | { readonly type: 'not-ready' }
  | {
      readonly type: 'status';
      readonly status: PhoneStatus;
      readonly processId: number;
      /** When the process began, in Unix milliseconds. */
      readonly startedAt: number;
    }
  | { readonly type: 'rang'; readonly callId: string }
  /** What is so at the moment from which on events are reported. */
  | { readonly type: 'subscribed'; readonly status: PhoneStatus }
  | { readonly type: 'event'; readonly event: MicroSipEvent }
  | { readonly type: 'effect'; readonly effect: PhoneEffect }
  | { readonly type: 'error'; readonly code: MicroSipErrorCode; readonly message: string };

const callId = v.pipe(v.string(), v.nonEmpty());

/** An incoming call, as `ring` asks for it. */
export const ringSchema = v.strictObject(incomingCallEntries);

/** An incoming call: the caller's number or the value of a From header, and what the caller does. */
export type Ring = v.InferOutput<typeof ringSchema>;

/** What a person does at the phone. */
export const userActSchema = v.variant('do', [
  v.strictObject({ do: v.picklist(['answer', 'decline', 'hang-up', 'select']), callId }),
  v.strictObject({ do: v.literal('press'), button: v.picklist(['DND', 'AA', 'FWD']) }),
  v.strictObject({ do: v.picklist(['arrange-window', 'accept-settings', 'confirm']) }),
  v.strictObject({
    do: v.literal('save-contact'),
    contact: v.objectWithRest({ number: v.string() }, v.string()),
  }),
  v.strictObject({ do: v.literal('delete-contact'), number: v.string() }),
]);

/** What a person does at the phone: its buttons, its message boxes, its contacts. */
export type UserAct = v.InferOutput<typeof userActSchema>;

/** Everything that can be asked of a simulated phone. */
export const controlRequestSchema = v.variant('type', [
  v.strictObject({
    type: v.literal('command-line'),
    tail: v.string(),
    by: v.exactOptional(v.picklist(['second-start', 'window-message'])),
  }),
  v.strictObject({ type: v.literal('inspect') }),
  v.strictObject({ type: v.literal('subscribe'), to: v.picklist(['events', 'effects']) }),
  v.strictObject({ type: v.literal('ring'), call: ringSchema }),
  /** Without a Call-ID, the newest call acts. */
  v.strictObject({ type: v.literal('far-end'), act: farEndActSchema, callId: v.exactOptional(callId) }),
  v.strictObject({ type: v.literal('user'), act: userActSchema }),
  /** The process ends as if it had been killed: nothing is saved, nothing cleaned up. */
  v.strictObject({ type: v.literal('crash') }),
  /** The phone does nothing any more, for so many milliseconds or for ever. */
  v.strictObject({
    type: v.literal('hang'),
    forMs: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  /** The phone exits as by its menu. */
  v.strictObject({ type: v.literal('shutdown') }),
]);
