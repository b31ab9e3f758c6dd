import type { CallState, MicroSip, PhoneStatus } from 'microsip-sdk';
import * as vscode from 'vscode';

import { tellFailure } from '../commands/tell-failure.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { callerWords, reactToAnswer, reactToReject, ringingCalls, type Reaction } from './incoming-call.ts';

/** A button of a notification. */
interface Choice extends vscode.MessageItem {
  readonly react: (call: CallState, status: PhoneStatus, l10n: typeof vscode.l10n) => Reaction;
  readonly act: (phone: MicroSip) => Promise<unknown>;
  /** The button that does it although it is more than was clicked. */
  readonly confirm: string;
}

/** Tells of each call that rings in, once, with Answer and Reject; the setting `microsip.incomingCall.notify` turns it off. */
export class IncomingCallNotices implements vscode.Disposable {
  readonly #connection: PhoneConnection;
  readonly #log: vscode.LogOutputChannel;
  readonly #subscription: vscode.Disposable;
  #told: ReadonlySet<string> = new Set();

  constructor(connection: PhoneConnection, log: vscode.LogOutputChannel) {
    this.#connection = connection;
    this.#log = log;
    this.#subscription = connection.onDidChangeStatus((status) => this.#see(status));
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #see(status: PhoneStatus): void {
    const ringing = ringingCalls(status);
    const fresh = ringing.filter(({ callId }) => !this.#told.has(callId));
    this.#told = new Set(ringing.map(({ callId }) => callId));
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
    const message = l10n.t('Incoming call from {0}', callerWords(call, l10n));
    const chosen = await vscode.window.showInformationMessage(message, answer, reject);
    if (chosen === undefined) return;
    // VS Code takes no notification back, so the call may be long over.
    const reaction = chosen.react(call, this.#connection.status, l10n);
    if (reaction.type === 'tell') {
      void vscode.window.showInformationMessage(reaction.message);
      return;
    }
    if (reaction.type === 'ask') {
      const confirmed = await vscode.window.showWarningMessage(reaction.message, chosen.confirm);
      if (confirmed === undefined) return;
      if (ringingCalls(this.#connection.status).length === 0) {
        void vscode.window.showInformationMessage(l10n.t('No call rings any more.'));
        return;
      }
    }
    await tellFailure(this.#log, async () => {
      await this.#connection.use(chosen.act);
    });
  }
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration('microsip').get<unknown>('incomingCall.notify') !== false;
}
