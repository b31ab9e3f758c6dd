import { parseTarget } from 'microsip-sdk/target';
import * as vscode from 'vscode';

import { readNumberSettings } from '../number-settings.ts';
import { originOf } from '../numbers/number-origin.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { readConfirmDialling, stopConfirmingDialling } from '../settings.ts';
import { askQuestion } from './ask-question.ts';
import { dialNumber } from './dial-number.ts';
import { dialQuestion } from './dial-question.ts';
import type { DialRequest } from './dial-request.ts';

/**
 * Dials a number that is written somewhere, after the user saw what is dialled and agreed to it. The setting
 * `microsip.confirmDialling` does without the question, except for links from outside.
 *
 * @returns whether it was dialled
 * @throws TargetRefusedError (`TARGET_REFUSED`) if MicroSIP would do anything else than dial what is meant;
 * MicroSipError as `MicroSip.dial` does
 */
export async function dialAsked(connection: PhoneConnection, request: DialRequest): Promise<boolean> {
  const target = parseTarget(request.text);
  if (request.origin === 'link' || readConfirmDialling()) {
    const { region } = readNumberSettings(documentOf(request));
    const number = await originOf(target, region, vscode.env.language);
    const answer = await askQuestion(dialQuestion(request, target, number, vscode.l10n));
    if (answer === undefined || answer === 'do-not-dial') return false;
    if (answer === 'dial-always') await stopConfirmingDialling();
  }
  await dialNumber(connection, request.text);
  return true;
}

/** The document that a number was clicked in, whose folder may have a region of its own. */
function documentOf({ origin }: DialRequest): vscode.Uri | undefined {
  return origin === 'document' ? vscode.window.activeTextEditor?.document.uri : undefined;
}
