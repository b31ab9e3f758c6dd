import type { CommandContext, CommandResult } from '../command-context.ts';
import { contactsText } from '../output/contacts-text.ts';
import { noteRemarks } from '../output/remarks.ts';
import { connect } from './connect.ts';

const noContacts = 'There are no contacts yet; `microsip contacts add NUMBER --name NAME` adds one.';
const noSuchContact = 'There is no such contact; `microsip contacts` prints all.';

/** Prints all contacts, or those that a text can mean. */
export async function listContacts(
  { options, signal, terminal }: CommandContext,
  text?: string,
): CommandResult {
  await using phone = await connect(options);
  const limits = { signal, timeoutMs: options.timeout };
  const contacts = await (text === undefined
    ? phone.contacts.list(limits)
    : phone.contacts.search(text, limits));
  if (contacts.length > 0 || terminal.json) terminal.result(contacts, () => contactsText(terminal, contacts));
  else noteRemarks(terminal, [text === undefined ? noContacts : noSuchContact]);
  return undefined;
}
