import type { PhoneStatus } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { PhoneConnection } from '../phone/phone-connection.ts';
import { isCallStateOff } from '../phone/seen-phone.ts';

/** What conditions of commands, menus and keybindings can ask about the phone. */
export function contextKeys(status: PhoneStatus): Readonly<Record<string, string | boolean>> {
  const { calls, phone } = status;
  const states = calls.map(({ state }) => state).filter((state) => state !== 'ended');
  return {
    /** As in `microsip status`: `not-installed`, `idle`, … */
    'microsip.phone': phone,
    /** Whether there is a call of the user's own making: dialled or answered. */
    'microsip.inCall': states.some((state) => state !== 'incoming'),
    /** Whether a call rings in. */
    'microsip.incoming': states.includes('incoming'),
    /** Whether nobody tells of calls. */
    'microsip.isCallStateOff': isCallStateOff({ status }),
  };
}

/** Keeps the context keys true to the phone. */
export class PhoneContext implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;

  constructor(connection: PhoneConnection) {
    setContext(connection.status);
    this.#subscription = connection.onDidChangeStatus(setContext);
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

function setContext(status: PhoneStatus): void {
  for (const [key, value] of Object.entries(contextKeys(status))) {
    void vscode.commands.executeCommand('setContext', key, value);
  }
}
