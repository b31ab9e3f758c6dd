import type { MicroSip } from 'microsip-sdk';
import { explainCommandLine, rawCommandLine } from 'microsip-sdk/explanation';
import * as vscode from 'vscode';

import type { CommandName } from '../../contributions/commands.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { askForAccount } from './ask-for-account.ts';
import { askForCommandLine } from './ask-for-command-line.ts';
import { askForDigits } from './ask-for-digits.ts';
import { askForTarget } from './ask-for-target.ts';
import { diagnosisReport } from './diagnosis-report.ts';
import { enableCallState } from './enable-call-state.ts';
import { explanationReport } from './explanation-report.ts';
import { PhoneContext } from './phone-context.ts';
import { redial } from './redial.ts';
import { ReportDocuments } from './report-documents.ts';
import { targetInEditor } from './target-in-editor.ts';
import { tellFailure } from './tell-failure.ts';

/** What a command does; arguments come from menus, links, keybindings and other extensions, so they can be anything. */
type CommandHandler = (argument?: unknown) => Promise<void>;

/** Registers every command of the table, and keeps the context keys that enable them. */
export function registerCommands(
  connection: PhoneConnection,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const reports = new ReportDocuments();
  const withPhone =
    (action: (phone: MicroSip) => Promise<unknown>): CommandHandler =>
    async () => {
      await connection.use(action);
    };
  const handlers: Readonly<Record<CommandName, CommandHandler>> = {
    dial: async (given) => {
      const target = textOf(given) ?? (await askForTarget(connection, vscode.l10n.t('Dial with MicroSIP')));
      if (target !== undefined) await connection.use((phone) => phone.dial(target));
    },
    dialSelection: async () => {
      const target = targetInEditor();
      if (target !== undefined) await connection.use((phone) => phone.dial(target));
    },
    redial: withPhone(redial),
    answer: withPhone((phone) => phone.answer()),
    reject: withPhone((phone) => phone.reject()),
    hangUp: withPhone((phone) => phone.hangup()),
    transfer: async (given) => {
      const target = textOf(given) ?? (await askForTarget(connection, vscode.l10n.t('Transfer the Call')));
      if (target !== undefined) await connection.use((phone) => phone.transfer(target));
    },
    sendDtmf: async (given) => {
      const digits = textOf(given) ?? (await askForDigits());
      if (digits !== undefined) await connection.use((phone) => phone.sendDtmf(digits));
    },
    holdOrResume: withPhone((phone) => phone.hold()),
    muteMicrophone: withPhone((phone) => phone.mute('microphone')),
    unmuteMicrophone: withPhone((phone) => phone.mute('microphone', false)),
    muteSpeaker: withPhone((phone) => phone.mute('speaker')),
    unmuteSpeaker: withPhone((phone) => phone.mute('speaker', false)),
    switchAccount: async (given) => {
      const number = typeof given === 'number' ? given : await connection.use(askForAccount);
      if (number !== undefined) await connection.use((phone) => phone.switchAccount(number));
    },
    start: withPhone((phone) => phone.start()),
    exit: withPhone((phone) => phone.exit()),
    enableCallState: withPhone(enableCallState),
    diagnose: async () => {
      const diagnosis = await connection.use((phone) => phone.diagnose());
      await reports.show(vscode.l10n.t('Diagnosis'), diagnosisReport(diagnosis, vscode.l10n));
    },
    explainCommandLine: async (given) => {
      const commandLine = textOf(given) ?? (await askForCommandLine());
      if (commandLine === undefined) return;
      const { tail } = rawCommandLine([commandLine]);
      const report = explanationReport(explainCommandLine(tail), vscode.l10n);
      await reports.show(vscode.l10n.t('Explanation'), report);
    },
    copySnippet: async () => {
      const { copySnippet } = await import('./snippet/copy-snippet.ts');
      await copySnippet(connection, reports);
    },
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
