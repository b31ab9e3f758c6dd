/** The parts of a URI as VS Code hands it on, with percent-encoding undone. */
export interface UriParts {
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

const path = '/dial';
const parameter = 'number=';

/**
 * The URI that has this extension ask whether a number or an address is to be dialled.
 *
 * @param scheme - of this editor, such as `vscode`
 */
export function dialUri(scheme: string, extensionId: string, text: string): string {
  // Half a surrogate pair cannot be encoded.
  const encodable = text.replace(/\p{Cs}/gu, '\ufffd');
  return `${scheme}://${extensionId}${path}?${parameter}${encodeURIComponent(encodable)}`;
}

/**
 * What a URI asks to be dialled, as it is written there; `undefined` when it asks for nothing that this extension
 * does. Whoever makes a link can write anything into it.
 */
export function textToDial(uri: UriParts): string | undefined {
  // A number sign that nobody encoded ends the query: what is left of `#31#101` or `101#1` is another number.
  if (uri.path !== path || uri.fragment !== '' || !uri.query.startsWith(parameter)) return undefined;
  // All of the rest: a `&` may belong to the address, and further parameters are no part of a number that can be
  // dialled. It is not `URLSearchParams`, to which a plus is a blank.
  const text = uri.query.slice(parameter.length);
  return text === '' ? undefined : text;
}
