import { parseTarget } from 'microsip-sdk';

import { dialledText } from '../dialling/dialled-text.ts';
import { remoteText } from '../remote-text.ts';
import type { PhoneTool } from './phone-tool.ts';
import { quotedProse, quotedText } from './quoted-text.ts';
import { textInput } from './tool-input.ts';

/** Dials what a language model gives, when the user agrees to what is dialled. */
export const dialTool: PhoneTool = {
  question(input, { l10n }) {
    const written = textInput(input, 'target');
    const target = parseTarget(written);
    const dialled = dialledText(target);
    return {
      title: l10n.t('Dial with MicroSIP?'),
      message: [
        l10n.t('A language model wants MicroSIP to dial {0}.', quotedText(dialled)),
        ...(written === dialled ? [] : [l10n.t('It wrote: {0}', quotedText(remoteText(written)))]),
        ...target.warnings.map(({ message }) => quotedProse(message)),
      ].join('\n\n'),
      progress: l10n.t('Dialling with MicroSIP'),
    };
  },

  async run(input, { connection }, signal) {
    const written = textInput(input, 'target');
    const target = parseTarget(written);
    const { remarks } = await connection.use((phone) => phone.dial(written, { signal }));
    return {
      summary: 'MicroSIP took the command to dial. Whether anyone answers is not known yet.',
      data: { delivered: true, dialled: dialledText(target), remarks },
    };
  },
};
