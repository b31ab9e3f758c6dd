import * as vscode from 'vscode';

import { knownCallers, type KnownCallers, type NameOf } from './known-callers.ts';
import type { PhoneConnection } from './phone/phone-connection.ts';

/**
 * Who is on the other side of the calls there are, as the user's own contacts have it. Nothing waits for it: contacts are
 * in a file, and a name is known a moment after its call.
 */
export class CallerNames implements vscode.Disposable {
  readonly #nameOf: NameOf;
  readonly #changed = new vscode.EventEmitter<KnownCallers>();
  readonly #subscription: vscode.Disposable;
  #known: KnownCallers = new Map();
  #looks = 0;

  /** A name became known, or is not needed any more. */
  readonly onDidChange = this.#changed.event;

  constructor(connection: Pick<PhoneConnection, 'onDidChangeStatus' | 'status'>, nameOf: NameOf) {
    this.#nameOf = nameOf;
    this.#subscription = connection.onDidChangeStatus(({ calls }) => void this.#look(calls));
    void this.#look(connection.status.calls);
  }

  /** By the ids of the calls. */
  get known(): KnownCallers {
    return this.#known;
  }

  dispose(): void {
    this.#looks++;
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #look(calls: Parameters<typeof knownCallers>[0]): Promise<void> {
    const look = ++this.#looks;
    const known = await knownCallers(calls, this.#nameOf);
    if (look !== this.#looks || isSame(known, this.#known)) return;
    this.#known = known;
    this.#changed.fire(known);
  }
}

function isSame(one: KnownCallers, other: KnownCallers): boolean {
  return one.size === other.size && [...one].every(([callId, name]) => other.get(callId) === name);
}
