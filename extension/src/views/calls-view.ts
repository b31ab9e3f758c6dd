import type { CallState, PhoneStatus } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { CallerNames } from '../caller-names.ts';
import type { Clock } from '../clock.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { pressingCalls } from '../status-bar/pressing-calls.ts';
import { runningSince, runningTime, untilNextSecond } from '../status-bar/running-time.ts';
import { callFace } from './call-face.ts';
import { NodeTree } from './node-tree.ts';
import { ViewNode } from './view-node.ts';

/**
 * The view Calls: those that are up now, the most pressing first. The running time stands beside the view's title: an
 * entry that VS Code draws anew loses clicks and Enter for a moment, and takes the focus from an input that just opens.
 */
export class CallsView implements vscode.Disposable {
  readonly tree = new NodeTree();
  readonly #view: vscode.TreeView<ViewNode>;
  readonly #names: CallerNames;
  readonly #clock: Clock;
  readonly #subscriptions: vscode.Disposable;
  #calls: readonly CallState[] = [];
  #cancelTick: (() => void) | undefined;

  constructor(connection: PhoneConnection, names: CallerNames, clock: Clock) {
    this.#names = names;
    this.#clock = clock;
    this.#view = vscode.window.createTreeView('microsip.calls', { treeDataProvider: this.tree });
    this.#subscriptions = vscode.Disposable.from(
      connection.onDidChangeStatus((status) => this.#show(status)),
      names.onDidChange(() => this.tree.show(this.tree.roots)),
      this.#view.onDidChangeVisibility(() => this.#drawTime()),
    );
    this.#show(connection.status);
  }

  dispose(): void {
    this.#cancelTick?.();
    this.#subscriptions.dispose();
    this.#view.dispose();
    this.tree.dispose();
  }

  #show(status: PhoneStatus): void {
    this.#calls = pressingCalls(status);
    this.tree.show(this.#calls.map((call) => this.#node(call)));
    const ringing = status.calls.filter(({ state }) => state === 'incoming').length;
    this.#view.badge =
      ringing === 0
        ? undefined
        : {
            value: ringing,
            tooltip:
              ringing === 1 ? vscode.l10n.t('1 call rings in') : vscode.l10n.t('{0} calls ring in', ringing),
          };
    this.#drawTime();
  }

  #node(call: CallState): ViewNode {
    return new ViewNode(call.callId, { type: 'call', call }, () =>
      callFace(call, vscode.l10n, this.#names.known.get(call.callId)),
    );
  }

  /** Shows how long the most pressing of the calls goes on, now and every second, while somebody can see it. */
  #drawTime(): void {
    this.#cancelTick?.();
    this.#cancelTick = undefined;
    const since = this.#view.visible ? firstRunningSince(this.#calls) : undefined;
    const now = this.#clock.now();
    this.#view.description = since === undefined ? '' : runningTime(now - since);
    if (since === undefined) return;
    this.#cancelTick = this.#clock.after(untilNextSecond(now - since), () => this.#drawTime());
  }
}

function firstRunningSince(calls: readonly CallState[]): number | undefined {
  return calls.map(runningSince).find((since) => since !== undefined);
}
