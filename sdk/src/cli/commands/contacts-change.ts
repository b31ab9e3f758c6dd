import type { ContactChanges, ContactDetails } from '../../contacts/contact.ts';
import type { ContactEdit } from '../../contacts/edit-contacts.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { showContactChange } from '../output/contacts-text.ts';
import { ChangeProgress, type ChangeFlags } from './change-progress.ts';
import { connect } from './connect.ts';

/** What a contact is to have. */
export interface ContactFlags extends ContactDetails {
  readonly name?: string;
  readonly presence?: boolean;
  readonly starred?: boolean;
}

/** Adds a contact. */
export function addContact(
  context: CommandContext,
  number: string,
  flags: ContactFlags & ChangeFlags,
): CommandResult {
  return change(context, { do: 'add', contact: { ...valuesOf(flags), number } }, flags);
}

/** Changes a contact. */
export async function updateContact(
  context: CommandContext,
  number: string,
  flags: ContactFlags & ChangeFlags & { readonly number?: string },
): CommandResult {
  const changes = valuesOf(flags);
  if (Object.keys(changes).length === 0) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      'Say what to change of the contact, such as its --name; `microsip contacts update --help` lists all of it.',
    );
  }
  return await change(context, { do: 'update', number, changes }, flags);
}

/** Removes a contact. */
export function removeContact(context: CommandContext, number: string, flags: ChangeFlags): CommandResult {
  return change(context, { do: 'remove', number }, flags);
}

/** Makes a change of the contacts, or shows with `--dry-run` what it would be. */
async function change(context: CommandContext, edit: ContactEdit, flags: ChangeFlags): CommandResult {
  const { options, signal, terminal } = context;
  await using phone = await connect(options);
  if (options.dryRun) {
    showContactChange(terminal, await phone.contacts.plan(edit, { signal, timeoutMs: options.timeout }));
    return undefined;
  }
  using progress = new ChangeProgress(context);
  showContactChange(terminal, await phone.contacts.change(edit, progress.optionsFor(flags)));
  return undefined;
}

/** What is left of the flags is what the contact is to have. */
function valuesOf({
  assumeClosed: _closed,
  assumeIdle: _idle,
  restart: _restart,
  ...values
}: ContactChanges & ChangeFlags): ContactChanges {
  return values;
}
