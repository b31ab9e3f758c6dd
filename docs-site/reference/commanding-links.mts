import { verifiedVersions } from 'microsip-sdk/catalogue';
import { explainCommandLine, steps } from 'microsip-sdk/explanation';

import { playgroundLink } from '../src/playground/playground-link.ts';
import { code, link, table, text } from './markdown.mts';

/** Links that anybody can put into a page; some do something only where there is a call. */
const examples = [
  { address: 'tel:///hangupall/', inCall: true },
  { address: 'tel:/answer', inCall: false },
  { address: 'callto:/transfer:900123', inCall: true },
  { address: 'sip:/dtmf:42', inCall: true },
  { address: 'tel:101/account:2', inCall: false },
  { address: 'callto:/account:1/password:x', inCall: false },
] as const;

/** What such links make MicroSIP do, as its parser reads them. */
export function commandingLinks(): string {
  return table(
    ['Link', 'What MicroSIP does'],
    examples.map(({ address, inCall }) => [
      `${code(address)}<br />${link('Try it', playgroundLink({ line: address }))}`,
      doneBy(address, inCall),
    ]),
  );
}

/** One text for the versions that do the same. */
function doneBy(address: string, inCall: boolean): string {
  const done = verifiedVersions.map((version) =>
    steps(explainCommandLine(address, { version, assumptions: { inCall } }))
      .map((step) => text(step.replaceAll(/“(?<quoted>[^”]*)”/gu, '`$<quoted>`')))
      .join(' '),
  );
  const different = [...new Set(done)];
  const [only] = different;
  if (only !== undefined && different.length === 1) return only;
  return different
    .map((what) => `**${verifiedVersions.filter((_, index) => done[index] === what).join(', ')}:** ${what}`)
    .join('<br />');
}
