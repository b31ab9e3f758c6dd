import { reasonPhrase } from '../phone-model/call/reason-phrase.ts';
import type { PhoneEffect } from '../phone-model/phone-effect.ts';
import type { IncomingCall, PhoneEvent } from '../phone-model/phone-input.ts';
import type { PhoneState } from '../phone-model/phone-state.ts';
import { CallDialog } from './call/call-dialog.ts';
import {
  branch,
  firstSequence,
  objectName,
  phoneHost,
  randomIdentifier,
  sipPort,
  tag,
} from './log-identity.ts';
import { LogWriter } from './log-writer.ts';
import { ownSideOf } from './own-side.ts';
import { RegistrationDialog } from './registration-dialog.ts';

/**
 * Whether a phone writes the log of its SIP stack (facts F.3).
 *
 * @example
 * ```ts
 * const settings = phoneSettingsFrom(() => undefined, '3.22.16');
 * const { state } = startPhone({ version: '3.22.16', settings, at: 0 });
 * const isWritten = state !== undefined && writesLog(state);
 * ```
 */
export function writesLog(phone: PhoneState): boolean {
  return phone.settings.enableLog && phone.stack === 'running';
}

/**
 * The log of a phone's SIP stack (facts F.3). It tells what the phone model did in whole SIP messages and in the lines
 * PJSIP writes about them; the network is made up.
 *
 * @example
 * ```ts
 * const settings = phoneSettingsFrom(() => undefined, '3.22.16');
 * const { state: phone } = startPhone({ version: '3.22.16', settings, at: 0 });
 * if (phone === undefined) throw new Error('It ended at once.');
 * const log = new PjsipLog(phone.version, Date.now, (text) => process.stdout.write(text));
 * const input = { type: 'command-line', tail: '101' } as const;
 * log.observe(input, phone);
 * const { state, effects } = advance(phone, { at: Date.now(), ...input });
 * for (const effect of effects) log.perform(effect, state);
 * ```
 */
export class PjsipLog {
  readonly #log: LogWriter;
  readonly #version: string;
  readonly #calls = new Map<string, { readonly index: number; readonly dialog: CallDialog }>();
  readonly #invites = new Map<string, IncomingCall>();
  #registration: RegistrationDialog | undefined;

  /**
   * Begins a log: the SIP stack comes up.
   *
   * @param version - what the phone calls itself
   * @param now - milliseconds since the epoch
   * @param write - takes the text, a line or a whole message at a time
   */
  constructor(version: string, now: () => number, write: (text: string) => void) {
    this.#version = version;
    this.#log = new LogWriter(now, write);
    this.#begin();
  }

  /** Something happens to the phone, which is as it was before. */
  observe(event: PhoneEvent, phone: PhoneState): void {
    if (event.type === 'incoming-call') this.#invites.set(event.callId, event);
    if (event.type === 'transfer-answered' && phone.calls.some(({ callId }) => callId === event.callId)) {
      this.#calls.get(event.callId)?.dialog.transferAnswered(event.status, reasonPhrase(event.status));
    }
  }

  /** The phone, which is as it is after all that the same input did, does something. */
  perform(effect: PhoneEffect, phone: PhoneState): void {
    switch (effect.do) {
      case 'send':
        if (effect.message.method === 'MESSAGE')
          this.#sendMessage(phone, effect.message.uri, effect.message.text);
        else this.#dialogOf(effect.callId, phone, inviteUri(effect)).send(effect.message);
        break;
      case 'callState': {
        const dialog = this.#dialogOf(effect.callId, phone);
        if (effect.answeredElsewhere === true) dialog.answeredElsewhere();
        dialog.enter(effect.state, effect.status, effect.reason);
        if (effect.state === 'DISCONNECTED') {
          this.#calls.delete(effect.callId);
          this.#invites.delete(effect.callId);
        }
        break;
      }
      case 'held':
        if (effect.by === 'far-end') this.#calls.get(effect.callId)?.dialog.farEndHolds(effect.held);
        break;
      case 'register': {
        const server = phone.settings.accounts[effect.accountId]?.server ?? '';
        if (server === '') break;
        this.#registration = new RegistrationDialog(this.#log, ownSideOf(phone, this.#version), server);
        this.#registration.register();
        break;
      }
      case 'registered':
        this.#registration?.answered(effect.status);
        break;
      case 'unregister':
        this.#registration?.unregister();
        this.#registration = undefined;
        break;
      default:
    }
  }

  /** The SIP stack goes down. */
  close(): void {
    this.#registration?.unregister();
    this.#log.line('interface', 'pjsua_core.c', 0, 'Shutting down, flags=0...');
    this.#log.line('interface', 'pjsua_core.c', 0, 'PJSUA state changed: RUNNING --> CLOSING');
    this.#log.line('interface', 'pjsua_core.c', 1, 'Destroying...');
    this.#log.line('interface', 'pjsua_core.c', 1, 'PJSUA state changed: CLOSING --> NULL');
    this.#log.line('interface', 'pjsua_core.c', 1, 'PJSUA destroyed...');
  }

  #begin(): void {
    for (const module of ['tsx-layer', 'stateful-util', 'ua', '100rel', 'pjsua', 'invite']) {
      this.#log.line('interface', 'sip_endpoint.c', 1, `Module "mod-${module}" registered`);
    }
    this.#log.line('interface', 'pjsua_core.c', 1, '1 SIP worker threads created');
    this.#log.line('interface', 'pjsua_core.c', 1, 'pjsua version 2.15.1 for win32 initialized');
    this.#log.line('interface', 'pjsua_core.c', 1, 'PJSUA state changed: CREATED --> INIT');
    this.#log.line('interface', 'pjsua_core.c', 0, `SIP UDP socket reachable at ${phoneHost}:${sipPort}`);
    this.#log.line('interface', 'pjsua_core.c', 0, 'PJSUA state changed: INIT --> STARTING');
    this.#log.line('interface', 'pjsua_core.c', 1, 'PJSUA state changed: STARTING --> RUNNING');
  }

  #dialogOf(callId: string, phone: PhoneState, uri?: string): CallDialog {
    const known = this.#calls.get(callId);
    if (known !== undefined) return known.dialog;
    const used = new Set([...this.#calls.values()].map((call) => call.index));
    let index = 0;
    while (used.has(index)) index++;
    const invite = this.#invites.get(callId);
    const address = invite?.from ?? uri ?? phone.calls.find((call) => call.callId === callId)?.uri ?? '';
    const dialog = new CallDialog(this.#log, index, ownSideOf(phone, this.#version), {
      callId,
      uri: address,
      ...(invite !== undefined && { invite }),
    });
    this.#calls.set(callId, { index, dialog });
    return dialog;
  }

  #sendMessage(phone: PhoneState, uri: string, text: string): void {
    const own = ownSideOf(phone, this.#version);
    const sequence = firstSequence();
    const parties = [
      ['From', `${own.address};tag=${tag()}`],
      ['To', uri],
      ['Call-ID', randomIdentifier()],
      ['CSeq', `${sequence} MESSAGE`],
    ] as const;
    const via = `SIP/2.0/${own.transport.name} ${phoneHost}:${sipPort};rport;branch=${branch()}`;
    this.#log.sent(
      'interface',
      1,
      {
        method: 'MESSAGE',
        uri: uri.replace(/^<|>$/gu, ''),
        sequence,
        headers: [['Via', via], ['Max-Forwards', '70'], ...parties, ['User-Agent', own.userAgent]],
        body: { type: 'text/plain', text },
      },
      objectName('tdta'),
      own.transport,
    );
    this.#log.received(
      { status: 200, reason: 'OK', method: 'MESSAGE', sequence, headers: [['Via', via], ...parties] },
      objectName('rdata'),
      own.transport,
    );
  }
}

function inviteUri(effect: PhoneEffect & { readonly do: 'send' }): string | undefined {
  return effect.message.method === 'INVITE' ? effect.message.uri : undefined;
}
