import * as vscode from 'vscode';

import { systemClock, type Clock } from '../clock.ts';
import { escapeMarkdown } from '../escape-markdown.ts';
import type { CallerNames } from '../caller-names.ts';
import type { KnownCallers } from '../known-callers.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { isCallStateOff, type SeenPhone } from '../phone/seen-phone.ts';
import { LiveStatus } from './live-status.ts';
import { showActionsCommand } from './show-actions.ts';
import type { StatusText } from './status-text.ts';
import { tooltipLines, tooltipMarkdown } from './status-tooltip.ts';

const shownSetting = 'microsip.statusBar.show';
const enableCallState = 'microsip.enableCallState';

/** The one status bar item. VS Code hides it at the user's word, and so does the setting `microsip.statusBar.show`. */
export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('microsip.call', vscode.StatusBarAlignment.Left, 0);
  readonly #textChanged = new vscode.EventEmitter<string>();
  readonly #status: LiveStatus;
  readonly #names: CallerNames;
  readonly #subscriptions: vscode.Disposable;
  #shown: StatusText | undefined;

  /** The text changed. */
  readonly onDidChangeText = this.#textChanged.event;

  constructor(connection: PhoneConnection, names: CallerNames, clock: Clock = systemClock) {
    this.#names = names;
    this.#item.name = vscode.l10n.t('MicroSIP Call');
    this.#item.command = showActionsCommand;
    this.#status = new LiveStatus((text) => this.#show(text), clock, vscode.l10n);
    this.#subscriptions = vscode.Disposable.from(
      connection.onDidChange((seen) => this.#see(seen)),
      names.onDidChange((contacts) => {
        this.#item.tooltip = tooltip(connection.seen, contacts);
        this.#status.name(contacts);
      }),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(shownSetting)) this.#see(connection.seen);
      }),
    );
    this.#see(connection.seen);
  }

  /** What stands in the status bar; empty while the item is hidden. */
  get text(): string {
    return this.#shown?.text ?? '';
  }

  /** What its hover says, in Markdown. */
  get tooltip(): string {
    const { tooltip: shown } = this.#item;
    return shown instanceof vscode.MarkdownString ? shown.value : '';
  }

  /** What a screen reader says. */
  get label(): string {
    return this.#shown?.label ?? '';
  }

  dispose(): void {
    this.#status.dispose();
    this.#subscriptions.dispose();
    this.#item.dispose();
    this.#textChanged.dispose();
  }

  #see(seen: SeenPhone): void {
    this.#item.tooltip = tooltip(seen, this.#names.known);
    this.#status.see(seen);
  }

  #show(status: StatusText | undefined): void {
    const isHidden = status === undefined || !isWanted();
    const text = isHidden ? '' : status.text;
    const isSame = text === this.text;
    this.#shown = isHidden ? undefined : status;
    if (isHidden) this.#item.hide();
    else {
      this.#item.text = status.text;
      this.#item.accessibilityInformation = { label: status.label, role: 'button' };
      this.#item.backgroundColor = status.isUrgent
        ? new vscode.ThemeColor('statusBarItem.warningBackground')
        : undefined;
      this.#item.show();
    }
    if (!isSame) this.#textChanged.fire(text);
  }
}

/** Names and addresses in it come from far ends: nothing but the command that it offers itself can be run from it. */
function tooltip(seen: SeenPhone, contacts: KnownCallers): vscode.MarkdownString {
  const lines = tooltipLines(seen, vscode.l10n, contacts);
  const markdown = new vscode.MarkdownString(tooltipMarkdown(lines));
  markdown.supportHtml = false;
  markdown.supportThemeIcons = false;
  markdown.isTrusted = false;
  if (isCallStateOff(seen)) {
    const title = escapeMarkdown(vscode.l10n.t('Enable Call State…'));
    markdown.appendMarkdown(`\n\n[${title}](command:${enableCallState})`);
    markdown.isTrusted = { enabledCommands: [enableCallState] };
  }
  return markdown;
}

function isWanted(): boolean {
  return vscode.workspace.getConfiguration().get<unknown>(shownSetting) !== false;
}
