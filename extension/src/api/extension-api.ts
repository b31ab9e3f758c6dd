import { MicroSipError, type CallState, type MicroSip, type PhoneStatus as SeenStatus } from 'microsip-sdk';
import type * as vscode from 'vscode';

import { failureNotice } from '../failure-notice.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { readPhoneSettings } from '../settings.ts';
import type {
  Call,
  CommandOptions,
  HangUpOptions,
  MicroSipApi,
  MicroSipExtension,
  PhoneStatus,
} from './microsip-api.ts';

/** What this extension exports: the phone of this window, for other extensions. */
export function extensionApi(connection: PhoneConnection): MicroSipExtension {
  const api = apiOf(connection);
  return {
    getApi(version: number) {
      if (version === 1) return api;
      throw new RangeError(`MicroSIP DevKit has no API of version ${String(version)}; it has version 1.`);
    },
  };
}

function apiOf(connection: PhoneConnection): MicroSipApi {
  const onDidChangeStatus: vscode.Event<PhoneStatus> = (listener, thisArgs, disposables) =>
    connection.onDidChangeStatus(
      (status) => {
        listener.call(thisArgs, statusFor(status));
      },
      undefined,
      disposables,
    );
  const order = async (act: (phone: MicroSip) => Promise<unknown>): Promise<void> => {
    try {
      await connection.use(act);
    } catch (error) {
      throw failureFor(error);
    }
  };
  // Frozen: every extension that asks gets the same one.
  return Object.freeze({
    get status() {
      return statusFor(connection.status);
    },
    onDidChangeStatus,
    dial: (target, options) => order((phone) => phone.dial(text(target, 'target'), limits(options))),
    hangUp: (options) =>
      order((phone) => phone.hangup({ ...limits(options), scope: scopeOf(options?.scope) })),
    answer: (options) => order((phone) => phone.answer(limits(options))),
    reject: (options) => order((phone) => phone.reject(limits(options))),
    transfer: (target, options) => order((phone) => phone.transfer(text(target, 'target'), limits(options))),
    sendDtmf: (digits, options) => order((phone) => phone.sendDtmf(text(digits, 'digits'), limits(options))),
    holdOrResume: (options) => order((phone) => phone.hold(limits(options))),
  } satisfies MicroSipApi);
}

/** Not every extension is written in TypeScript. */
function text(given: unknown, name: string): string {
  if (typeof given === 'string') return given;
  throw new MicroSipError('INVALID_ARGUMENT', `What is given as ${name} must be a text.`);
}

const scopes = ['talking', 'calling', 'incoming', 'all'] as const satisfies readonly HangUpOptions['scope'][];

function scopeOf(given: unknown): (typeof scopes)[number] {
  const scope = given === undefined ? 'talking' : scopes.find((known) => known === given);
  if (scope !== undefined) return scope;
  throw new MicroSipError('INVALID_ARGUMENT', `What is given as scope must be one of: ${scopes.join(', ')}.`);
}

function limits(options: CommandOptions | undefined): CommandOptions {
  return { signal: options?.signal };
}

/** A copy, so that no other extension can change what this one shows. */
function statusFor({ phone, calls, lastCall, registration }: SeenStatus): PhoneStatus {
  return {
    phone,
    calls: calls.map(callFor),
    ...(lastCall !== undefined && { lastCall: callFor(lastCall) }),
    ...(registration !== undefined && { registration: { ...registration } }),
  };
}

function callFor(call: CallState): Call {
  const { transfer: _transfer, heldBy: _heldBy, endedBy: _endedBy, ...told } = call;
  return told;
}

/** The failure in the editor's words: the SDK's own name options of the `microsip` command. */
function failureFor(error: unknown): unknown {
  if (!(error instanceof MicroSipError)) return error;
  const notice = failureNotice(error, readPhoneSettings);
  return notice === undefined ? error : new MicroSipError(error.code, notice.message, { cause: error });
}
