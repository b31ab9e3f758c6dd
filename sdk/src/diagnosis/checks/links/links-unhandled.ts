import { phoneCheck } from '../../check.ts';
import { schemesOf } from './schemes-of.ts';

/** The schemes that people click on. */
const expected = ['sip', 'tel', 'callto'];

export const linksUnhandled = phoneCheck({
  code: 'links-unhandled',
  severity: 'note',
  title: 'Links for calls open nothing',
  remedy: 'Have them reach this MicroSIP: `microsip handlers register`.',
  facts: 'E',
  examine: ({ handlers }) => {
    if (handlers === 'unknown') return 'unknown';
    const unhandled = handlers.filter(
      ({ handledBy, scheme }) => handledBy === 'nobody' && expected.includes(scheme),
    );
    if (unhandled.length === 0) return undefined;
    return {
      detail: `No program is registered for links that begin with ${schemesOf(unhandled)}.`,
    };
  },
});
