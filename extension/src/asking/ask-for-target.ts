import { checkTarget, MicroSipError, type CallRecord } from 'microsip-sdk';
import * as vscode from 'vscode';

import { systemClock } from '../clock.ts';
import type { ContactBook } from '../contacts/contact-book.ts';
import type { ContactNames } from '../contacts/contact-names.ts';
import { ContactOffers } from '../contacts/contact-offers.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { remoteText } from '../remote-text.ts';
import { SteadyPlaces } from '../steady-places.ts';
import { inTime } from './in-time.ts';
import { isName, meantTarget, meantUnseen, type OfferedTarget } from './meant-target.ts';
import {
  mostRecent,
  recentCalls,
  suggestContacts,
  suggestRecent,
  type Suggestion,
} from './suggest-targets.ts';

interface TargetOffer extends OfferedTarget {
  readonly isFromWorkspace: boolean;
}

interface TargetItem extends vscode.QuickPickItem {
  /** Who is called; nothing for what was typed, as that may have gone on since. */
  readonly offer?: TargetOffer;
  readonly isTyped?: true;
}

/** A separator that separates nothing is not drawn. */
const notDrawn = { label: '', kind: vscode.QuickPickItemKind.Separator } satisfies TargetItem;

/** Who is to be called. */
export interface AskedTarget {
  readonly target: string;
  /** Whether somebody else may have written it, in a file of the workspace. */
  readonly isFromWorkspace: boolean;
}

/**
 * Asks whom to call, and offers recent numbers and contacts; nothing when the user thinks better of it. What is typed
 * is checked at every key, and what would be dialled is shown.
 *
 * @param without - a number that is not offered
 */
export async function askForTarget(
  connection: PhoneConnection,
  book: Pick<ContactBook, 'all' | 'names' | 'search'>,
  title: string,
  without?: string,
): Promise<AskedTarget | undefined> {
  const picker = vscode.window.createQuickPick<TargetItem>();
  let markedTyped: string | undefined;
  picker.onDidChangeActive(([item]) => {
    if (item?.isTyped === true) markedTyped = picker.value;
  });
  const chosen = new Promise<AskedTarget | undefined>((resolve) => {
    const choose = (target: AskedTarget | undefined): void => {
      if (target === undefined) return;
      resolve(target);
      picker.hide();
    };
    picker.onDidAccept(() => {
      const typed = picker.value;
      const [{ offer: marked } = {}] = picker.activeItems;
      if (marked === undefined && isName(typed) && typed.trim() !== '' && !offers.isOffered) {
        // Who typed on, or left, pressed Enter for nothing.
        void inTime(offers.hurry(), systemClock).then(() => {
          if (picker.value === typed) choose(askedUnseen(typed, contacts));
        });
        return;
      }
      const target = meantTarget({ typed, marked, markedTyped });
      if (target === undefined) return;
      choose({ target, isFromWorkspace: marked?.target === target && marked.isFromWorkspace });
    });
    picker.onDidHide(() => resolve(undefined));
  });
  let recent: readonly TargetItem[] = [];
  let contacts: readonly TargetItem[] = [];
  const contactPlaces = new SteadyPlaces<TargetItem>((item) => ({ ...item, ...notDrawn }));
  const update = (): void => {
    // Every item keeps its place, see SteadyPlaces.
    const recentPlaces = Array.from({ length: 1 + mostRecent }, (_, place) => recent[place] ?? notDrawn);
    picker.items = [typedItem(picker.value) ?? notDrawn, ...recentPlaces, ...contacts];
  };
  const showRecent = (calls: readonly CallRecord[], names?: ContactNames): void => {
    const suggestions = suggestRecent(calls, vscode.l10n, (number) => names?.nameOf(number));
    recent = suggestionItems(vscode.l10n.t('Recent'), suggestions);
    update();
  };
  picker.title = title;
  picker.placeholder = vscode.l10n.t('A phone number, an extension or a SIP address');
  picker.matchOnDescription = true;
  picker.value = selectedTarget();
  const offers = new ContactOffers(
    book,
    (found) => {
      contacts = contactPlaces.show(
        suggestionItems(vscode.l10n.t('Contacts'), suggestContacts(found, without)),
      );
      update();
    },
    systemClock,
    picker.value,
  );
  picker.onDidChangeValue((text) => {
    update();
    offers.type(text);
  });
  update();
  picker.show();
  try {
    picker.busy = true;
    // Typing goes on meanwhile; a picker that was closed before takes the items without harm.
    void Promise.all([
      recentOf(connection, without).then(async (calls) => {
        showRecent(calls);
        showRecent(calls, await book.names());
      }),
      offers.begin(),
    ]).finally(() => {
      picker.busy = false;
    });
    return await chosen;
  } finally {
    offers.dispose();
    picker.dispose();
  }
}

/** Recent numbers; none where there is no phone, whose absence the dialling itself tells. */
async function recentOf(
  connection: PhoneConnection,
  without: string | undefined,
): Promise<readonly CallRecord[]> {
  try {
    return await connection.use((phone) => recentCalls(phone, without));
  } catch (error) {
    if (error instanceof MicroSipError) return [];
    throw error;
  }
}

/** Whom somebody means who pressed Enter before these contacts were there. */
function askedUnseen(typed: string, items: readonly TargetItem[]): AskedTarget | undefined {
  const meant = meantUnseen(
    typed,
    items.flatMap(({ offer }) => offer ?? []),
  );
  return meant && { target: meant.target, isFromWorkspace: meant.offer?.isFromWorkspace ?? false };
}

function typedItem(text: string): TargetItem | undefined {
  if (text.trim() === '') return undefined;
  const check = checkTarget(text);
  const shown = remoteText(text);
  if (!check.ok) {
    // VS Code sorts by how a line begins: whoever is called what was typed comes first.
    const label = `$(circle-slash) ${vscode.l10n.t('Not a number: {0}', shown)}`;
    // It quotes what was typed, in which `$(…)` would be an icon.
    const detail = check.error.message.replaceAll('$(', '$ (');
    return { label, detail, alwaysShow: true, isTyped: true };
  }
  const label = `$(call-outgoing) ${isName(text) ? vscode.l10n.t('User {0}', shown) : shown}`;
  const description = vscode.l10n.t('dials {0}', remoteText(check.target.display));
  return { label, description, alwaysShow: true, isTyped: true };
}

function suggestionItems(title: string, suggestions: readonly Suggestion[]): TargetItem[] {
  if (suggestions.length === 0) return [];
  const items = suggestions.map(({ description, isFromWorkspace, label, target }): TargetItem => {
    return { label, description, offer: { target, words: `${label} ${description}`, isFromWorkspace } };
  });
  return [{ label: title, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

/** What is selected in the editor, when it can be dialled. */
function selectedTarget(): string {
  const editor = vscode.window.activeTextEditor;
  const selected = editor?.document.getText(editor.selection) ?? '';
  return selected !== '' && checkTarget(selected).ok ? selected : '';
}
