import type * as vscode from 'vscode';

const limitMs = 20_000;

/** Something that shows a text which changes. */
export interface ShowsText {
  readonly text: string;
  readonly onDidChangeText: vscode.Event<string>;
}

/** Waits until the shown text matches; the texts that came before are in the error. */
export function shown(item: ShowsText, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    const seen: string[] = [];
    const limit = setTimeout(() => {
      subscription.dispose();
      reject(new Error(`${String(pattern)} was not shown, but ${JSON.stringify(seen)}`));
    }, limitMs);
    const look = (text: string): void => {
      seen.push(text);
      if (!pattern.test(text)) return;
      clearTimeout(limit);
      subscription.dispose();
      resolve(text);
    };
    const subscription = item.onDidChangeText(look);
    look(item.text);
  });
}
