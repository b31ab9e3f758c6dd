import type { CallRecord, CallState } from 'microsip-sdk';

import type { BookContact } from '../contacts/book-contact.ts';

/** What an entry of a view is about. */
export type Subject =
  | { readonly type: 'call'; readonly call: CallState }
  | { readonly type: 'record'; readonly record: CallRecord }
  | { readonly type: 'contact'; readonly contact: BookContact }
  /** A file of contacts in which something is wrong, by its address. */
  | { readonly type: 'problems'; readonly file: string }
  | { readonly type: 'group' };

/** An icon of the editor, with a colour of its theme. */
export interface NodeIcon {
  readonly name: string;
  readonly color?: string;
}

/** How an entry of a view is shown. Nothing in its texts means anything to VS Code. */
export interface NodeFace {
  readonly label: string;
  readonly description?: string;
  readonly icon?: NodeIcon;
  /** Lines. */
  readonly tooltip?: readonly string[];
  /** What a screen reader says instead of what is seen. */
  readonly spoken: string;
  /** What conditions of menus ask about as `viewItem`: words with dots between them. */
  readonly kind: string;
}

/** An entry of a view. */
export class ViewNode {
  /** Tells it apart from all others of its view, and the same one from one moment to the next. */
  readonly id: string;
  readonly subject: Subject;
  readonly children: readonly ViewNode[] | undefined;
  /** Whether its children are shown from the beginning. */
  readonly isExpanded: boolean;
  readonly #face: () => NodeFace;

  /** @param face - how it looks, asked for when it is shown: a view may have thousands of entries */
  constructor(
    id: string,
    subject: Subject,
    face: () => NodeFace,
    children?: { readonly nodes: readonly ViewNode[]; readonly isExpanded: boolean },
  ) {
    this.id = id;
    this.subject = subject;
    this.children = children?.nodes;
    this.isExpanded = children?.isExpanded ?? false;
    this.#face = face;
  }

  get face(): NodeFace {
    return this.#face();
  }
}
