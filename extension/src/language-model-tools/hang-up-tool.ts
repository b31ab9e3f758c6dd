import type { HangupScope } from 'microsip-sdk';

import type { Localization } from '../localization.ts';
import { callWords } from '../status-bar/call-words.ts';
import { pressingCalls } from '../status-bar/pressing-calls.ts';
import type { PhoneTool } from './phone-tool.ts';
import { quotedProse } from './quoted-text.ts';
import { choiceInput } from './tool-input.ts';

const scopes = ['talking', 'calling', 'incoming', 'all'] as const satisfies readonly HangupScope[];

function scopeOf(input: unknown): HangupScope {
  return choiceInput(input, 'scope', scopes) ?? 'talking';
}

/** Ends calls, when the user agrees; MicroSIP has no command that ends one of several. */
export const hangUpTool: PhoneTool = {
  question(input, { connection: { seen }, l10n }) {
    const calls = pressingCalls(seen.status).map((call) => `- ${quotedProse(callWords(call, l10n))}`);
    return {
      title: l10n.t('Hang Up with MicroSIP?'),
      message: [scopeWords(scopeOf(input), l10n), ...(calls.length === 0 ? [] : [calls.join('\n')])].join(
        '\n\n',
      ),
      progress: l10n.t('Hanging up with MicroSIP'),
    };
  },

  async run(input, { connection }, signal) {
    const scope = scopeOf(input);
    const { remarks } = await connection.use((phone) => phone.hangup({ scope, signal }));
    return {
      summary: 'MicroSIP took the command to hang up.',
      data: { delivered: true, scope, remarks },
    };
  },
};

function scopeWords(scope: HangupScope, l10n: Localization): string {
  switch (scope) {
    case 'talking':
      return l10n.t('A language model wants to end every call of yours; calls that ring in go on ringing.');
    case 'calling':
      return l10n.t('A language model wants to end the calls that nobody answered yet.');
    case 'incoming':
      return l10n.t('A language model wants to reject every call that rings in.');
    case 'all':
      return l10n.t('A language model wants to end every call, and to reject those that ring in.');
  }
}
