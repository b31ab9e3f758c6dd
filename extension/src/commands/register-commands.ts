import type { MicroSip } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { CommandName } from '../../contributions/commands.ts';
import type { DocumentNumbers } from '../documents/document-numbers.ts';
import type { ContactBook } from '../contacts/contact-book.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { openSettings } from '../settings.ts';
import type { AskedTarget } from '../asking/ask-for-target.ts';
import { PhoneContext } from './phone-context.ts';
import { ReportDocuments } from './report-documents.ts';
import { tellFailure } from '../tell-failure.ts';

/** What a command does; arguments come from menus, links, keybindings and other extensions, so they can be anything. */
type CommandHandler = (argument?: unknown) => Promise<void>;

/** Registers every command of the table, and keeps the context keys that enable them. */
export function registerCommands(
  connection: PhoneConnection,
  numbers: DocumentNumbers,
  book: ContactBook,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const reports = new ReportDocuments();
  const withPhone =
    (action: (phone: MicroSip) => Promise<unknown>): CommandHandler =>
    async () => {
      await connection.use(action);
    };
  const askForTarget = async (title: string, without?: string): Promise<AskedTarget | undefined> =>
    (await import('../asking/ask-for-target.ts')).askForTarget(connection, book, title, without);
  const askForTransfer = async (): Promise<AskedTarget | undefined> => {
    const { otherSide } = await import('../asking/suggest-targets.ts');
    return await askForTarget(vscode.l10n.t('Transfer the Call'), otherSide(connection.status.calls));
  };
  const handlers: Readonly<Record<CommandName, CommandHandler>> = {
    dial: async (given) => {
      const target = askedTarget(given) ?? (await askForTarget(vscode.l10n.t('Dial with MicroSIP')));
      if (target === undefined) return;
      const { dialContact } = await import('../contacts/dial-contact.ts');
      await dialContact(connection, target);
    },
    dialSelection: async () => {
      const { targetInEditor } = await import('./target-in-editor.ts');
      const text = await targetInEditor(numbers);
      const { dialAsked } = await import('../dialling/dial-asked.ts');
      if (text !== undefined) await dialAsked(connection, { text, origin: 'document' });
    },
    redial: async () => (await import('./redial.ts')).redial(connection),
    answer: withPhone((phone) => phone.answer()),
    reject: withPhone((phone) => phone.reject()),
    hangUp: withPhone((phone) => phone.hangup()),
    transfer: async (given) => {
      const asked = askedTarget(given) ?? (await askForTransfer());
      if (asked === undefined) return;
      const { mayTransfer } = await import('../asking/may-transfer.ts');
      if (await mayTransfer(asked)) await connection.use((phone) => phone.transfer(asked.target));
    },
    sendDtmf: async (given) => {
      const digits = textOf(given) ?? (await (await import('../asking/ask-for-digits.ts')).askForDigits());
      if (digits !== undefined) await connection.use((phone) => phone.sendDtmf(digits));
    },
    holdOrResume: withPhone((phone) => phone.hold()),
    muteMicrophone: withPhone((phone) => phone.mute('microphone')),
    unmuteMicrophone: withPhone((phone) => phone.mute('microphone', false)),
    muteSpeaker: withPhone((phone) => phone.mute('speaker')),
    unmuteSpeaker: withPhone((phone) => phone.mute('speaker', false)),
    switchAccount: async (given) => {
      const { askForAccount } = await import('../asking/ask-for-account.ts');
      const number = typeof given === 'number' ? given : await connection.use(askForAccount);
      if (number !== undefined) await connection.use((phone) => phone.switchAccount(number));
    },
    start: withPhone((phone) => phone.start()),
    exit: withPhone((phone) => phone.exit()),
    enableCallState: withPhone(async (phone) =>
      (await import('./enable-call-state.ts')).enableCallState(phone),
    ),
    diagnose: async () => {
      const { diagnosisReport } = await import('./diagnosis-report.ts');
      const diagnosis = await connection.use((phone) => phone.diagnose());
      await reports.show(vscode.l10n.t('Diagnosis'), diagnosisReport(diagnosis, vscode.l10n));
    },
    explainCommandLine: async (given) => {
      const commandLine =
        textOf(given) ?? (await (await import('../asking/ask-for-command-line.ts')).askForCommandLine());
      if (commandLine === undefined) return;
      const { explanationReport } = await import('./explanation-report.ts');
      const report = explanationReport(commandLine, vscode.l10n);
      await reports.show(vscode.l10n.t('Explanation'), report);
    },
    copySnippet: async () => {
      const { copySnippet } = await import('./snippet/copy-snippet.ts');
      await copySnippet(connection, book, reports);
    },
    searchContacts: async () => {
      const { searchContacts } = await import('../contacts/search-contacts.ts');
      await searchContacts(connection, book);
    },
    editWorkspaceContacts: async () => {
      const { editWorkspaceContacts } = await import('../contacts/edit-workspace-contacts.ts');
      await editWorkspaceContacts();
    },
    useSimulatedPhone: async () => {
      const { chooseSimulatedPhone } = await import('./use-simulated-phone.ts');
      await chooseSimulatedPhone();
    },
    openSettings,
    simulateIncomingCall: withPhone(async (phone) =>
      (await import('./simulate-incoming-call.ts')).simulateIncomingCall(phone),
    ),
    showOutput: () => {
      log.show();
      return Promise.resolve();
    },
  };
  return vscode.Disposable.from(
    reports,
    new PhoneContext(connection),
    ...Object.entries(handlers).map(([name, handler]) =>
      vscode.commands.registerCommand(`microsip.${name}`, (argument?: unknown) =>
        tellFailure(log, () => handler(argument)),
      ),
    ),
  );
}

/** A text given as a command's argument; menus give other things. */
function textOf(argument: unknown): string | undefined {
  return typeof argument === 'string' ? argument : undefined;
}

/** A target given as a command's argument. */
function askedTarget(argument: unknown): AskedTarget | undefined {
  const target = textOf(argument);
  return target === undefined ? undefined : { target, isFromWorkspace: false };
}
