import type { CallState, PhoneStatus } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { CallerNames } from '../caller-names.ts';
import type { Clock } from '../clock.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { pressingCalls } from '../status-bar/pressing-calls.ts';
import { callFace, showsRunningTime } from './call-face.ts';
import { NodeTree } from './node-tree.ts';
import { ViewNode } from './view-node.ts';

/** The view Calls: those that are up now, the most pressing first, with their running time. */
export class CallsView implements vscode.Disposable {
  readonly tree = new NodeTree();
  readonly #view: vscode.TreeView<ViewNode>;
  readonly #names: CallerNames;
  readonly #clock: Clock;
  readonly #subscriptions: vscode.Disposable;
  #cancelTick: (() => void) | undefined;

  constructor(connection: PhoneConnection, names: CallerNames, clock: Clock) {
    this.#names = names;
    this.#clock = clock;
    this.#view = vscode.window.createTreeView('microsip.calls', { treeDataProvider: this.tree });
    this.#subscriptions = vscode.Disposable.from(
      connection.onDidChangeStatus((status) => this.#show(status)),
      names.onDidChange(() => this.tree.refresh(this.tree.roots)),
      this.#view.onDidChangeVisibility(() => this.#drawTimes()),
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
    this.tree.show(pressingCalls(status).map((call) => this.#node(call)));
    const ringing = status.calls.filter(({ state }) => state === 'incoming').length;
    this.#view.badge =
      ringing === 0
        ? undefined
        : {
            value: ringing,
            tooltip:
              ringing === 1 ? vscode.l10n.t('1 call rings in') : vscode.l10n.t('{0} calls ring in', ringing),
          };
    this.#planTick(this.#running());
  }

  #node(call: CallState): ViewNode {
    return new ViewNode(call.callId, { type: 'call', call }, () =>
      callFace(call, this.#clock.now(), vscode.l10n, this.#names.known.get(call.callId)),
    );
  }

  /** Draws the running times anew, now and every second, while somebody can see them. */
  #drawTimes(): void {
    const running = this.#running();
    this.tree.refresh(running);
    this.#planTick(running);
  }

  #planTick(running: readonly ViewNode[]): void {
    this.#cancelTick?.();
    this.#cancelTick = undefined;
    if (running.length === 0) return;
    this.#cancelTick = this.#clock.after(1000 - (this.#clock.now() % 1000), () => this.#drawTimes());
  }

  /** The entries whose face changes with the time; none while nobody sees them. */
  #running(): readonly ViewNode[] {
    if (!this.#view.visible) return [];
    return this.tree.roots.filter(({ subject }) => subject.type === 'call' && showsRunningTime(subject.call));
  }
}
