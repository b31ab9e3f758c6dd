import * as vscode from 'vscode';

import { chooseActionCommand } from './entry-commands.ts';
import type { ViewNode } from './view-node.ts';

/** The entries of a view. */
export class NodeTree implements vscode.TreeDataProvider<ViewNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<undefined>();
  #roots: readonly ViewNode[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  /** All that is not below another entry. */
  get roots(): readonly ViewNode[] {
    return this.#roots;
  }

  /** Shows these instead of what was there. */
  show(roots: readonly ViewNode[]): void {
    if (roots.length === 0 && this.#roots.length === 0) return;
    this.#roots = roots;
    this.#changed.fire(undefined);
  }

  getChildren(node?: ViewNode): ViewNode[] {
    return [...(node === undefined ? this.#roots : (node.children ?? []))];
  }

  getTreeItem(node: ViewNode): vscode.TreeItem {
    const { description, icon, kind, label, spoken, tooltip } = node.face;
    const item = new vscode.TreeItem(label, collapsibleState(node));
    item.id = node.id;
    item.contextValue = kind;
    item.accessibilityInformation = { label: spoken };
    if (description !== undefined) item.description = description;
    if (tooltip !== undefined) item.tooltip = tooltip.join('\n');
    if (icon !== undefined) item.iconPath = themeIcon(icon.name, icon.color);
    if (node.children === undefined) {
      item.command = { command: chooseActionCommand, title: spoken, arguments: [node] };
    }
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

function collapsibleState({ children, isExpanded }: ViewNode): vscode.TreeItemCollapsibleState {
  if (children === undefined) return vscode.TreeItemCollapsibleState.None;
  return isExpanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function themeIcon(name: string, color: string | undefined): vscode.ThemeIcon {
  return new vscode.ThemeIcon(name, color === undefined ? undefined : new vscode.ThemeColor(color));
}
