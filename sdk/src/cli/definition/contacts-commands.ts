import type { Command } from 'commander';
import type { ContactDetails } from '../../contacts/contact.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { ChangeFlags } from '../commands/change-progress.ts';
import type { ContactFlags } from '../commands/contacts-change.ts';
import type { Perform } from '../perform.ts';
import { withChange } from './settings-commands.ts';

const details = {
  firstname: 'first name',
  lastname: 'last name',
  phone: 'another number',
  mobile: 'number of a mobile phone',
  email: 'mail address',
  address: 'street',
  city: 'city',
  state: 'state or region',
  zip: 'postal code',
  comment: 'comment',
  id: 'id in a directory',
  info: 'further text',
} as const satisfies Record<keyof ContactDetails, string>;

/** The commands about contacts. */
export function defineContactsCommands(program: Command, perform: Perform): void {
  const contacts = program
    .command('contacts')
    .description("MicroSIP's contacts; without a command, all of them")
    .helpCommand(false);
  contacts
    .command('list', { isDefault: true })
    .description('Print all contacts')
    .allowExcessArguments()
    .action((_options: unknown, command: Command) => {
      refuseWords(command.args);
      return perform(command, async (context) => {
        const { listContacts } = await import('../commands/contacts-list.ts');
        return listContacts(context);
      });
    });
  contacts
    .command('search')
    .description('Print the contacts that a text can mean, best first')
    .argument('<text>', 'a number in any notation or a part of one, words of a name, or any other detail')
    .action((text: string, _options: unknown, command: Command) =>
      perform(command, async (context) => {
        const { listContacts } = await import('../commands/contacts-list.ts');
        return listContacts(context, text);
      }),
    );
  withChange(withDetails(contacts.command('add')))
    .description('Add a contact')
    .argument('<number>', 'the number or address that is called')
    .action((number: string, flags: ContactFlags & ChangeFlags, command: Command) =>
      perform(command, async (context) => {
        const { addContact } = await import('../commands/contacts-change.ts');
        return addContact(context, number, flags);
      }),
    );
  withChange(withDetails(contacts.command('update')))
    .description('Change a contact; an empty text removes a detail')
    .argument('<number>', 'its number, in any notation')
    .option('--number <number>', 'its new number')
    .option('--no-starred', 'no favourite any more')
    .option('--no-presence', 'do not watch its presence any more')
    .action(
      (number: string, flags: ContactFlags & ChangeFlags & { readonly number?: string }, command: Command) =>
        perform(command, async (context) => {
          const { updateContact } = await import('../commands/contacts-change.ts');
          return updateContact(context, number, flags);
        }),
    );
  withChange(contacts.command('remove'))
    .description('Remove a contact')
    .argument('<number>', 'its number, in any notation')
    .action((number: string, flags: ChangeFlags, command: Command) =>
      perform(command, async (context) => {
        const { removeContact } = await import('../commands/contacts-change.ts');
        return removeContact(context, number, flags);
      }),
    );
}

function withDetails(command: Command): Command {
  command.option('--name <text>', 'the name that is shown');
  for (const [name, meaning] of Object.entries(details)) command.option(`--${name} <text>`, meaning);
  return command.option('--starred', 'a favourite').option('--presence', 'watch its presence');
}

/** Words that are no command of the family arrive at the one that runs without a command. */
function refuseWords([word]: readonly string[]): void {
  if (word === undefined) return;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `There is no command “contacts ${word}”. \`microsip contacts --help\` lists them; to find somebody, write \`microsip contacts search ${word}\`.`,
  );
}
