import * as vscode from 'vscode';

const scheme = 'microsip-report';

/** Reports in Markdown that can be read and not edited, each under the name it has; the newest replaces the one before. */
export class ReportDocuments implements vscode.Disposable {
  readonly #contents = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #registration: vscode.Disposable;

  constructor() {
    this.#registration = vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: this.#changed.event,
      provideTextDocumentContent: ({ path }) => this.#contents.get(path),
    });
  }

  /** Shows a report as it is to be read; as its source where this editor cannot show Markdown. */
  async show(name: string, markdown: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme, path: `/${name}.md` });
    this.#contents.set(uri.path, markdown);
    this.#changed.fire(uri);
    const canPreview = vscode.extensions.getExtension('vscode.markdown-language-features') !== undefined;
    const command = canPreview ? 'markdown.showPreview' : 'vscode.open';
    await vscode.commands.executeCommand(command, uri);
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}
