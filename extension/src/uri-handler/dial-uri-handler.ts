import * as vscode from 'vscode';

import { tellFailure } from '../tell-failure.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { remoteText } from '../remote-text.ts';
import { dialUri, textToDial } from './dial-uri.ts';

/**
 * Asks whether to dial what the links of this editor name that are for this extension:
 * `vscode://microsip-devkit.microsip-devkit/dial?number=…`. Any page and any program can open one, at any time and as
 * often as it likes.
 */
export class DialUriHandler implements vscode.UriHandler {
  readonly #extensionId: string;
  readonly #connection: PhoneConnection;
  readonly #log: vscode.LogOutputChannel;
  #isAsking = false;

  constructor(extensionId: string, connection: PhoneConnection, log: vscode.LogOutputChannel) {
    this.#extensionId = extensionId;
    this.#connection = connection;
    this.#log = log;
  }

  async handleUri(uri: vscode.Uri): Promise<void> {
    const text = textToDial(uri);
    if (text === undefined) {
      this.#refuse(uri);
      return;
    }
    if (this.#isAsking) {
      // It would put another number under the finger that is about to agree.
      this.#log.warn(`Not asked about, as another link is: ${remoteText(text)}`);
      return;
    }
    this.#isAsking = true;
    try {
      await tellFailure(this.#log, async () => {
        const { dialAsked } = await import('../dialling/dial-asked.ts');
        await dialAsked(this.#connection, { text, origin: 'link' });
      });
    } finally {
      this.#isAsking = false;
    }
  }

  #refuse(uri: vscode.Uri): void {
    this.#log.warn(`Not a link that dials: ${remoteText(uri.toString(true))}`);
    const example = dialUri(vscode.env.uriScheme, this.#extensionId, '101');
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'A link asked MicroSIP for something that links cannot do. One that dials looks like {0}.',
        example,
      ),
    );
  }
}
