import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';

import { affectsNumbers } from '../number-settings.ts';
import type { PreviewRules } from './preview-rules.ts';

/** What an extension exports that contributes to VS Code's Markdown preview. */
export interface MarkdownContribution {
  /** Called with the parser of previews when the first one is made. Nobody waits for what it does. */
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

/**
 * Makes links of what can be dialled in VS Code's Markdown preview. They lead to the URI handler: a preview shows text of
 * any origin, so VS Code lets its links run no commands.
 */
export class MarkdownPreview implements vscode.Disposable {
  readonly #extensionId: string;
  readonly #subscription: vscode.Disposable;
  #rules: PreviewRules | undefined;

  constructor(extensionId: string) {
    this.#extensionId = extensionId;
    this.#subscription = vscode.workspace.onDidChangeConfiguration((change) => {
      if (this.#rules !== undefined && affectsNumbers(change)) refreshPreviews();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  /** What VS Code's Markdown extension looks for among an extension's exports. */
  get contribution(): MarkdownContribution {
    return { extendMarkdownIt: (markdown) => this.#extend(markdown) };
  }

  #extend(markdown: MarkdownIt): MarkdownIt {
    if (!canFollowLinks()) return markdown;
    markdown.core.ruler.before('linkify', 'microsip_addresses', (state) => this.#rules?.linkAddresses(state));
    markdown.core.ruler.push('microsip_numbers', (state) => this.#rules?.linkNumbers(state));
    void this.#loadRules();
    return markdown;
  }

  async #loadRules(): Promise<void> {
    const { PreviewRules } = await import('./preview-rules.ts');
    this.#rules ??= new PreviewRules(this.#extensionId, refreshPreviews);
    refreshPreviews();
  }
}

/** In a browser, a preview hands VS Code no links with a scheme other than this one, so they would be dead. */
function canFollowLinks(): boolean {
  return vscode.env.uiKind === vscode.UIKind.Desktop || vscode.env.uriScheme === 'vscode';
}

/** The previews there are were made before, and what they were made of is remembered. */
function refreshPreviews(): void {
  void vscode.commands.executeCommand('markdown.preview.refresh');
}
