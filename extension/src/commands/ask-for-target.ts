import { checkTarget, MicroSipError } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { PhoneConnection } from '../phone/phone-connection.ts';
import { remoteText } from '../remote-text.ts';
import { suggestTargets, type Suggestion } from './suggest-targets.ts';

interface TargetItem extends vscode.QuickPickItem {
  /** What is called when it is chosen; nothing for what cannot be called. */
  readonly target?: string;
}

/**
 * Asks whom to call, and offers recent numbers and contacts; nothing when the user thinks better of it. What is typed
 * is checked at every key, and what would be dialled is shown.
 */
export async function askForTarget(connection: PhoneConnection, title: string): Promise<string | undefined> {
  const picker = vscode.window.createQuickPick<TargetItem>();
  const chosen = new Promise<string | undefined>((resolve) => {
    picker.onDidAccept(() => {
      const [item] = picker.activeItems;
      if (item?.target === undefined) return;
      resolve(item.target);
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
  const label = `$(call-outgoing) ${remoteText(text)}`;
  if (!check.ok) {
    // It quotes what was typed, in which `$(…)` would be an icon.
    return [{ label, detail: check.error.message.replaceAll('$(', '$ ('), alwaysShow: true }];
  }
  const { dials } = check.target;
  const dialled = 'number' in dials ? dials.number : dials.address;
  return [
    { label, target: text, alwaysShow: true, description: vscode.l10n.t('dials {0}', remoteText(dialled)) },
  ];
}

function suggestionItems(suggestions: readonly Suggestion[]): TargetItem[] {
  const titles = { recent: vscode.l10n.t('Recent'), contact: vscode.l10n.t('Contacts') };
  return (['recent', 'contact'] as const).flatMap((kind) => {
    const items = suggestions
      .filter((suggestion) => suggestion.kind === kind)
      .map(({ name, target }): TargetItem => ({
        label: remoteText(name ?? target),
        ...(name !== undefined && { description: remoteText(target) }),
        target,
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
