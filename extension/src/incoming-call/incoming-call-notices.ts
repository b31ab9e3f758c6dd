import { setTimeout as delay } from 'node:timers/promises';

import type { CallState, MicroSip, PhoneStatus } from 'microsip-sdk';
import * as vscode from 'vscode';

import { tellFailure } from '../tell-failure.ts';
import { callerWords, knownCallers, type NameOf } from '../known-callers.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { callsToTell, reactToAnswer, reactToReject } from './incoming-call.ts';

/** A call that rings is told of at once, also where the contacts are slow to read. */
const longestSearchMs = 500;

/** A button of a notification. */
interface Choice extends vscode.MessageItem {
  readonly react: typeof reactToAnswer;
  readonly act: (phone: MicroSip) => Promise<unknown>;
  /** The button that does it although it is more than was clicked. */
  readonly confirm: string;
}

/** Tells of each call that rings in, once, with Answer and Reject; the setting `microsip.incomingCall.notify` turns it off. */
export class IncomingCallNotices implements vscode.Disposable {
  readonly #connection: PhoneConnection;
  readonly #nameOf: NameOf;
  readonly #log: vscode.LogOutputChannel;
  readonly #subscription: vscode.Disposable;
  #told: ReadonlySet<string> = new Set();

  constructor(connection: PhoneConnection, nameOf: NameOf, log: vscode.LogOutputChannel) {
    this.#connection = connection;
    this.#nameOf = nameOf;
    this.#log = log;
    this.#subscription = connection.onDidChangeStatus((status) => this.#see(status));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #see(status: PhoneStatus): void {
    const { fresh, told } = callsToTell(status, this.#told);
    this.#told = told;
    if (!isWanted()) return;
    for (const call of fresh) void this.#tell(call);
  }

  async #tell(call: CallState): Promise<void> {
    const { l10n } = vscode;
    const answer: Choice = {
      title: l10n.t('Answer'),
      react: reactToAnswer,
      act: (phone) => phone.answer(),
      confirm: l10n.t('Answer That Call'),
    };
    const reject: Choice = {
      title: l10n.t('Reject'),
      react: reactToReject,
      act: (phone) => phone.reject(),
      confirm: l10n.t('Reject All'),
    };
    const known = await Promise.race([knownCallers([call], this.#nameOf), delay(longestSearchMs)]);
    const caller = callerWords(call, l10n, known?.get(call.callId));
    const message = l10n.t('Incoming call from {0}', caller);
    const chosen = await vscode.window.showInformationMessage(message, answer, reject);
    if (chosen === undefined) return;
    if (!(await this.#mayAct(call, chosen))) return;
    await tellFailure(this.#log, async () => {
      await this.#connection.use(chosen.act);
    });
  }

  /** VS Code takes no notification back, so other calls may ring at each click than when it came. */
  async #mayAct(call: CallState, { react, confirm }: Choice): Promise<boolean> {
    const { l10n } = vscode;
    let agreed: readonly CallState[] = [];
    for (;;) {
      const reaction = react(call, this.#connection.status, l10n, agreed);
      if (reaction.type === 'act') return true;
      if (reaction.type === 'tell') {
        void vscode.window.showInformationMessage(reaction.message);
        return false;
      }
      if ((await vscode.window.showWarningMessage(reaction.message, confirm)) === undefined) return false;
      agreed = reaction.affected;
    }
  }
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration('microsip').get<unknown>('incomingCall.notify') !== false;
}
