import * as vscode from 'vscode';

import type { Follower } from './follower.ts';

/** Has a follower follow as long as a view is in sight, and closely while its window is worked in. */
export function followWhileVisible(
  view: Pick<vscode.TreeView<unknown>, 'onDidChangeVisibility' | 'visible'>,
  follower: Follower,
): vscode.Disposable {
  const pay = (): void => {
    follower.pay(!view.visible ? 'none' : vscode.window.state.focused ? 'closely' : 'loosely');
  };
  pay();
  return vscode.Disposable.from(view.onDidChangeVisibility(pay), vscode.window.onDidChangeWindowState(pay));
}
