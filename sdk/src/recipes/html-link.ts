import { MicroSipError } from '../microsip-error.ts';
import { parseTarget } from '../target/parse-target.ts';
import { htmlText } from './literals/html-text.ts';

/** A link, and what is worth knowing about what it calls. */
export interface HtmlLink {
  readonly text: string;
  readonly remarks: readonly string[];
}

/**
 * A link that places a call, where MicroSIP handles the scheme.
 *
 * @throws MicroSipError `TARGET_REFUSED`; `INVALID_ARGUMENT` for what a link cannot carry
 */
export function htmlLink(target: string, version: string): HtmlLink {
  const { commandLine, display, kind, warnings } = parseTarget(target, { version });
  // A browser has to write what is behind `#` as `%23`, or takes it for a part of the page, and MicroSIP dials "%23"
  // as it stands (facts A.6).
  if (commandLine.includes('#')) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      'A link cannot carry “#”: it would have to be written as “%23”, which MicroSIP dials as it stands. Take a recipe in another language.',
    );
  }
  const scheme = kind === 'number' ? 'tel:' : 'sip:';
  const address = commandLine.startsWith('sip:') ? commandLine : `${scheme}${commandLine}`;
  return {
    text: `<a href="${htmlText(address)}">Call ${htmlText(display)}</a>\n`,
    remarks: warnings.map(({ message }) => message),
  };
}
