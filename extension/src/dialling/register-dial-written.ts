import * as vscode from 'vscode';

import { tellFailure } from '../tell-failure.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { dialRequestOf, dialWrittenCommand } from './dial-request.ts';

/** Registers what links, hovers and lenses run. */
export function registerDialWritten(
  connection: PhoneConnection,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  return vscode.commands.registerCommand(dialWrittenCommand, (argument?: unknown) =>
    tellFailure(log, async () => {
      const request = dialRequestOf(argument);
      if (request === undefined) return;
      const { dialAsked } = await import('./dial-asked.ts');
      await dialAsked(connection, request);
    }),
  );
}
