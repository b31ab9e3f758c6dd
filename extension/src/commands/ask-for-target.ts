import { checkTarget, MicroSipError } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { PhoneConnection } from '../phone/phone-connection.ts';
import { remoteText } from '../remote-text.ts';
import { isName, meantTarget, type OfferedTarget } from './meant-target.ts';
import { suggestTargets, type Suggestion } from './suggest-targets.ts';

interface TargetItem extends vscode.QuickPickItem {
  /** Who is called; nothing for what was typed, as that may have gone on since. */
  readonly offer?: OfferedTarget;
  readonly isTyped?: true;
}

/**
 * Asks whom to call, and offers recent numbers and contacts; nothing when the user thinks better of it. What is typed
 * is checked at every key, and what would be dialled is shown.
 */
export async function askForTarget(connection: PhoneConnection, title: string): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<TargetItem>();
  let markedTyped: string | undefined;
  picker.onDidChangeActive(([item]) => {
    if (item?.isTyped === true) markedTyped = picker.value;
  });
  const chosen = new Promise<string | undefined>((resolve) => {
    picker.onDidAccept(() => {
      const marked = picker.activeItems[0]?.offer;
      const target = meantTarget({ typed: picker.value, marked, markedTyped });
      if (target === undefined) return;
      resolve(target);
      picker.hide();
    });
    picker.onDidHide(() => resolve(undefined));
  });
  let suggested: readonly TargetItem[] = [];
  const update = (): void => {
    picker.items = [...typedItems(picker.value), ...suggested];
  };
  picker.title = title;
  picker.placeholder = vscode.l10n.t('A phone number, an extension or a SIP address');
  picker.matchOnDescription = true;
  picker.value = selectedTarget();
  picker.onDidChangeValue(update);
  update();
  picker.show();
  try {
    picker.busy = true;
    // Typing goes on meanwhile; a picker that was closed before takes the items without harm.
    void suggestionsOf(connection).then((suggestions) => {
      suggested = suggestionItems(suggestions);
      picker.busy = false;
      update();
    });
    return await chosen;
  } finally {
    picker.dispose();
  }
}

/** Recent numbers and contacts; none where there is no phone, whose absence the dialling itself tells. */
async function suggestionsOf(connection: PhoneConnection): Promise<readonly Suggestion[]> {
  try {
    return await connection.use(suggestTargets);
  } catch (error) {
    if (error instanceof MicroSipError) return [];
    throw error;
  }
}

function typedItems(text: string): TargetItem[] {
  if (text.trim() === '') return [];
  const check = checkTarget(text);
  const shown = remoteText(text);
  if (!check.ok) {
    // VS Code sorts by how a line begins: whoever is called what was typed comes first.
    const label = `$(circle-slash) ${vscode.l10n.t('Not a number: {0}', shown)}`;
    // It quotes what was typed, in which `$(…)` would be an icon.
    const detail = check.error.message.replaceAll('$(', '$ (');
    return [{ label, detail, alwaysShow: true, isTyped: true }];
  }
  const label = `$(call-outgoing) ${isName(text) ? vscode.l10n.t('User {0}', shown) : shown}`;
  const description = vscode.l10n.t('dials {0}', remoteText(check.target.display));
  return [{ label, description, alwaysShow: true, isTyped: true }];
}

function suggestionItems(suggestions: readonly Suggestion[]): TargetItem[] {
  const titles = { recent: vscode.l10n.t('Recent'), contact: vscode.l10n.t('Contacts') };
  return (['recent', 'contact'] as const).flatMap((kind) => {
    const items = suggestions
      .filter((suggestion) => suggestion.kind === kind)
      .map(({ name, target }): TargetItem => ({
        label: remoteText(name ?? target),
        ...(name !== undefined && { description: remoteText(target) }),
        offer: { target, words: `${remoteText(name ?? '')} ${remoteText(target)}` },
      }));
    const separator = { label: titles[kind], kind: vscode.QuickPickItemKind.Separator };
    return items.length === 0 ? [] : [separator, ...items];
  });
}

/** What is selected in the editor, when it can be dialled. */
function selectedTarget(): string {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  return selected !== '' && checkTarget(selected).ok ? selected : '';
}
