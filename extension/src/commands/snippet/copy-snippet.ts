import { MicroSipError, type PhoneAction } from 'microsip-sdk';
import {
  recipe,
  type Recipe,
  type RecipeLanguage,
  type RecipeLanguageEntry,
  type RecipeOptions,
} from 'microsip-sdk/recipes';
import * as vscode from 'vscode';

import type { ContactBook } from '../../contacts/contact-book.ts';
import type { PhoneConnection } from '../../phone/phone-connection.ts';
import { readPhoneSettings } from '../../settings.ts';
import { actionRefusal } from '../../asking/action-refusal.ts';
import { askForDigits } from '../../asking/ask-for-digits.ts';
import { askForTarget, type AskedTarget } from '../../asking/ask-for-target.ts';
import type { ReportDocuments } from '../report-documents.ts';
import { actionChoices, type ActionInput } from './action-choices.ts';
import { documentLanguageOf, snippetLanguages } from './snippet-languages.ts';
import { snippetNotes } from './snippet-notes.ts';

/**
 * Makes a program, or a link, that asks something of the phone, and hands it to the user: in the clipboard or in a new
 * document. Every question can be left with Escape; then nothing happens.
 */
export async function copySnippet(
  connection: PhoneConnection,
  book: ContactBook,
  reports: ReportDocuments,
): Promise<void> {
  const language = await askForLanguage();
  if (language === undefined) return;
  const action = await askForAction(language.id, (title) => askForTarget(connection, book, title));
  if (action === undefined) return;
  const snippet = recipe(language.id, action, await recipeOptions(connection));
  const isHandedOver = await handOver(snippet);
  // The command is over; the notification stays as long as the user likes.
  if (isHandedOver) void offerNotes(snippet, language, reports);
}

async function askForLanguage(): Promise<RecipeLanguageEntry | undefined> {
  const documentLanguage = vscode.window.activeTextEditor?.document.languageId;
  const items = snippetLanguages(documentLanguage).map((entry) => ({
    label: entry.title,
    description: entry.needs,
    entry,
  }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Copy Trigger Snippet'),
    placeHolder: vscode.l10n.t('The language of the snippet'),
    matchOnDescription: true,
  });
  return chosen?.entry;
}

type AskForTarget = (title: string) => Promise<AskedTarget | undefined>;

async function askForAction(
  language: RecipeLanguage,
  askForTarget: AskForTarget,
): Promise<PhoneAction | undefined> {
  const [only, ...others] = actionChoices(language, vscode.l10n).map((choice) => ({
    label: choice.title,
    choice,
  }));
  if (only === undefined) return undefined;
  const chosen =
    others.length === 0
      ? only
      : await vscode.window.showQuickPick([only, ...others], {
          title: vscode.l10n.t('Copy Trigger Snippet'),
          placeHolder: vscode.l10n.t('What the snippet does'),
        });
  if (chosen === undefined) return undefined;
  const { choice } = chosen;
  if ('action' in choice) return choice.action;
  const title = vscode.l10n.t('Copy Trigger Snippet: {0}', choice.title);
  const value = await askFor(choice.asksFor, title, askForTarget);
  return value === undefined ? undefined : choice.actionWith(value);
}

async function askFor(
  input: ActionInput,
  title: string,
  askForTarget: AskForTarget,
): Promise<string | undefined> {
  switch (input) {
    case 'target':
      return (await askForTarget(title))?.target;
    case 'digits':
      return await askForDigits();
    case 'account':
      return await vscode.window.showInputBox({
        title,
        prompt: vscode.l10n.t('The number of the account, as MicroSIP counts them from 1'),
        value: '1',
        validateInput: (text) => actionRefusal({ type: 'account', number: Number(text) }),
      });
  }
}

/** For the user's own MicroSIP where there is one, else for the newest; a snippet is of use without any. */
async function recipeOptions(connection: PhoneConnection): Promise<RecipeOptions> {
  try {
    return await connection.use(({ installation: { backend, version } }) => {
      // A program that had to be named to this extension is found by no snippet either.
      const executable = backend === 'windows' ? readPhoneSettings().executable : undefined;
      return Promise.resolve({ version, executable });
    });
  } catch (error) {
    if (error instanceof MicroSipError) return {};
    throw error;
  }
}

async function handOver({ fileName, language, text }: Recipe): Promise<boolean> {
  const toClipboard: vscode.QuickPickItem = {
    label: `$(clippy) ${vscode.l10n.t('Copy to the Clipboard')}`,
  };
  const toDocument: vscode.QuickPickItem = { label: `$(file) ${vscode.l10n.t('Open in a New Document')}` };
  const chosen = await vscode.window.showQuickPick([toClipboard, toDocument], {
    title: vscode.l10n.t('Copy Trigger Snippet'),
    placeHolder: fileName,
  });
  if (chosen === toClipboard) await vscode.env.clipboard.writeText(text);
  if (chosen === toDocument) {
    const documentLanguage = documentLanguageOf(language, await vscode.languages.getLanguages());
    const document = await vscode.workspace.openTextDocument({ content: text, language: documentLanguage });
    await vscode.window.showTextDocument(document, { preview: false });
  }
  return chosen !== undefined;
}

async function offerNotes(
  snippet: Recipe,
  language: RecipeLanguageEntry,
  reports: ReportDocuments,
): Promise<void> {
  const show = vscode.l10n.t('What to Know Before It Is Used');
  const message = vscode.l10n.t('The snippet {0} is ready.', snippet.fileName);
  const chosen = await vscode.window.showInformationMessage(message, show);
  if (chosen !== show) return;
  await reports.show(vscode.l10n.t('Trigger Snippet'), snippetNotes(snippet, language, vscode.l10n));
}
