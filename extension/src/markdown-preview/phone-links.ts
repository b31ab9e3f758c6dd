import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import type { Nesting } from 'markdown-it/lib/token.mjs';
import { checkTarget, type TargetCheck } from 'microsip-sdk/target';

import type { Dialable, DialableKind } from '../numbers/dialable.ts';
import { inlineText, type InlinePiece } from './inline-text.ts';

/** What the links of a preview are made with. */
export interface PhoneLinkOptions {
  /** What of some kinds can be dialled in a text. */
  readonly find: (text: string, kinds: readonly DialableKind[]) => readonly Dialable[];
  /** Where a link to something that can be dialled leads. */
  readonly href: (text: string) => string;
  /** What its tooltip says. */
  readonly title: (check: TargetCheck) => string;
}

/**
 * Leads the links with `tel:`, `sip:`, `sips:` and `callto:` that stand in Markdown to this extension, and makes links
 * of those that stand in its text. It must come before markdown-it's own rule for addresses, which takes all but the
 * scheme of `sip:ada@example.com` for an address of mail.
 */
export function linkAddresses(state: StateCore, options: PhoneLinkOptions): void {
  for (const children of linesOf(state)) {
    for (const token of children) if (token.type === 'link_open') leadHere(token, options);
  }
  linkFound(state, ['link'], options);
}

/** Makes links of the telephone numbers in the text of Markdown; the last rule of all, for other rules' links to be there. */
export function linkNumbers(state: StateCore, options: PhoneLinkOptions): void {
  linkFound(state, ['number'], options);
}

function leadHere(link: Token, { href, title }: PhoneLinkOptions): void {
  const target = link.attrGet('href') ?? '';
  if (!/^(?:tel|sips?|callto):/iu.test(target)) return;
  const check = checkTarget(target);
  // One that MicroSIP would dial without its encryption is refused with the reason when it is clicked.
  if (!check.ok && check.error.refusal !== 'secure-scheme') return;
  link.attrSet('href', href(target));
  if (link.attrGet('title') === null) link.attrSet('title', title(check));
}

function linkFound(state: StateCore, kinds: readonly DialableKind[], options: PhoneLinkOptions): void {
  for (const block of state.tokens) {
    if (block.type !== 'inline' || block.children === null) continue;
    const { text, pieces } = inlineText(block.children);
    const opaque = pieces.filter(({ isPlain }) => !isPlain);
    if (opaque.length === pieces.length) continue;
    const found = clearOf(opaque, options.find(text, kinds));
    if (found.length > 0) block.children = withLinks(pieces, found, state, options);
  }
}

function linesOf({ tokens }: StateCore): Token[][] {
  return tokens.flatMap(({ type, children }) => (type === 'inline' && children !== null ? [children] : []));
}

/** A part of a number would be another number, so none is taken that goes on in another font, or in code. */
function clearOf(opaque: readonly InlinePiece[], found: readonly Dialable[]): readonly Dialable[] {
  let next = 0;
  return found.filter(({ start, end }) => {
    while ((opaque[next]?.end ?? Infinity) <= start) next++;
    return (opaque[next]?.start ?? Infinity) >= end;
  });
}

function withLinks(
  pieces: readonly InlinePiece[],
  found: readonly Dialable[],
  { Token: NewToken }: StateCore,
  { href, title }: PhoneLinkOptions,
): Token[] {
  const tokens: Token[] = [];
  const push = (type: string, tag: string, nesting: Nesting, properties: Partial<Token>): void => {
    tokens.push(Object.assign(new NewToken(type, tag, nesting), properties));
  };
  const ofLink = { markup: 'linkify', info: 'auto' };
  let next = 0;
  for (const { token, start, end, isPlain } of pieces) {
    if (!isPlain) tokens.push(token);
    const { level, content } = token;
    let at = isPlain ? start : end;
    while (at < end) {
      const dialable = found[next];
      const linked = dialable !== undefined && dialable.start <= at ? dialable : undefined;
      const to = Math.min(end, linked?.end ?? dialable?.start ?? end);
      if (linked?.start === at) {
        const attrs: [string, string][] = [
          ['href', href(linked.text)],
          ['title', title(linked.check)],
        ];
        push('link_open', 'a', 1, { ...ofLink, level, attrs });
      }
      const text = content.slice(at - start, to - start);
      push('text', '', 0, { content: text, level: linked === undefined ? level : level + 1 });
      // Otherwise it goes on in the next text, as it does after an escaped character.
      if (linked?.end === to) {
        push('link_close', 'a', -1, { ...ofLink, level });
        next++;
      }
      at = to;
    }
  }
  return tokens;
}
