import { checkTarget, type CallState, type MicroSip } from 'microsip-sdk';
import * as vscode from 'vscode';

import { dialOneOf } from '../contacts/dial-one-of.ts';
import { askQuestion } from '../dialling/ask-question.ts';
import { dialNumber } from '../dialling/dial-number.ts';
import { openContactsFile } from '../contacts/open-contacts-file.ts';
import { reactToAnswer, reactToReject } from '../incoming-call/incoming-call.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';
import { remoteText } from '../remote-text.ts';
import { reactToHangUp, reactToHold } from './call-reactions.ts';
import type { EntryActionName } from './entry-action-name.ts';
import { entryActions } from './entry-actions.ts';
import type { Subject, ViewNode } from './view-node.ts';

type React = typeof reactToHangUp;

/** Does something with an entry of a view; what does not fit the entry does nothing. */
export async function doWithEntry(
  action: EntryActionName,
  subject: Subject,
  connection: PhoneConnection,
): Promise<void> {
  switch (action) {
    case 'answerCall':
      await doWithCall(subject, connection, reactToAnswer, (phone) => phone.answer());
      break;
    case 'rejectCall':
      await doWithCall(subject, connection, reactToReject, (phone) => phone.reject());
      break;
    case 'hangUpCall':
      await doWithCall(subject, connection, reactToHangUp, (phone) => phone.hangup());
      break;
    case 'holdCall':
    case 'resumeCall':
      await doWithCall(subject, connection, reactToHold, (phone) => phone.hold());
      break;
    case 'dialEntry':
      await dial(subject, connection);
      break;
    case 'copyNumber':
      await copyNumber(subject);
      break;
    case 'openContactsFile':
      await openFile(subject);
      break;
  }
}

/** Asks what to do with an entry, and does it: what a click on it leads to, and Enter. */
export async function chooseEntryAction(
  { face, subject }: ViewNode,
  connection: PhoneConnection,
): Promise<void> {
  const actions = entryActions(subject, (number) => checkTarget(number).ok);
  const [only] = actions;
  if (only === undefined) return;
  if (actions.length === 1) {
    await doWithEntry(only, subject, connection);
    return;
  }
  const number = remoteText(numberOf(subject));
  const items = actions.map((action) => ({ action, label: actionLabel(action, number) }));
  const chosen = await vscode.window.showQuickPick(items, { title: face.label });
  if (chosen !== undefined) await doWithEntry(chosen.action, subject, connection);
}

async function doWithCall(
  subject: Subject,
  connection: PhoneConnection,
  react: React,
  act: (phone: MicroSip) => Promise<unknown>,
): Promise<void> {
  if (subject.type !== 'call') return;
  if (await mayAct(subject.call, connection, react)) await connection.use(act);
}

/** Whether it is done: the call may have gone on since it was drawn, and others may have come at each question. */
async function mayAct(call: CallState, connection: PhoneConnection, react: React): Promise<boolean> {
  let agreed: readonly CallState[] = [];
  for (;;) {
    const reaction = react(call, connection.status, vscode.l10n, agreed);
    if (reaction.type === 'act') return true;
    if (reaction.type === 'tell') {
      // The command is over; the notification stays as long as the user likes.
      void vscode.window.showInformationMessage(reaction.message);
      return false;
    }
    if (!(await isConfirmed(reaction.message))) return false;
    agreed = reaction.affected;
  }
}

async function isConfirmed(message: string): Promise<boolean> {
  const answer = await askQuestion<'go-on' | 'leave'>({
    title: message,
    choices: [
      { answer: 'go-on', label: vscode.l10n.t('Do It All the Same') },
      { answer: 'leave', label: vscode.l10n.t('Leave It') },
    ],
  });
  return answer === 'go-on';
}

async function dial(subject: Subject, connection: PhoneConnection): Promise<void> {
  if (subject.type === 'record') await dialNumber(connection, subject.record.number);
  if (subject.type === 'contact') {
    await dialOneOf(subject.contact, connection);
  }
}

async function openFile(subject: Subject): Promise<void> {
  if (subject.type === 'problems') await openContactsFile(subject.file);
  if (subject.type === 'contact' && subject.contact.file !== undefined) {
    await openContactsFile(subject.contact.file, subject.contact);
  }
}

async function copyNumber(subject: Subject): Promise<void> {
  const number = numberOf(subject);
  if (number === '') return;
  await vscode.env.clipboard.writeText(number);
  void vscode.window.setStatusBarMessage(vscode.l10n.t('{0} copied', remoteText(number)), 3000);
}

function numberOf(subject: Subject): string {
  switch (subject.type) {
    case 'call':
      return subject.call.number ?? subject.call.uri ?? '';
    case 'record':
      return subject.record.number;
    case 'contact':
      return subject.contact.target;
    default:
      return '';
  }
}

function actionLabel(action: EntryActionName, number: string): string {
  const { l10n } = vscode;
  switch (action) {
    case 'answerCall':
      return `$(call-incoming) ${l10n.t('Answer')}`;
    case 'rejectCall':
      return `$(circle-slash) ${l10n.t('Reject')}`;
    case 'holdCall':
      return `$(debug-pause) ${l10n.t('Hold')}`;
    case 'resumeCall':
      return `$(debug-continue) ${l10n.t('Resume')}`;
    case 'hangUpCall':
      return `$(debug-disconnect) ${l10n.t('Hang Up')}`;
    case 'dialEntry':
      return `$(call-outgoing) ${l10n.t('Dial {0}', number)}`;
    case 'copyNumber':
      return `$(copy) ${l10n.t('Copy Number')}`;
    case 'openContactsFile':
      return `$(go-to-file) ${l10n.t('Open File')}`;
  }
}
