import type { ContactChange } from '../../contacts/contact-book.ts';
import type { Contact } from '../../contacts/contact.ts';
import { column } from './column.ts';
import { escapeForTerminal } from './terminal-text.ts';
import type { Terminal } from './terminal.ts';

/** Contacts, one a line. */
export function contactsText(terminal: Terminal, contacts: readonly Contact[]): string {
  const lines = contacts.map((contact) => ({
    name: escapeForTerminal(contact.name),
    number: escapeForTerminal(contact.number),
    details: escapeForTerminal(detailsText(contact)),
  }));
  const toName = column(lines.map(({ name }) => name));
  const toNumber = column(lines.map(({ number }) => number));
  return lines
    .map(({ details, name, number }) =>
      details === ''
        ? `${toName(name)}  ${number}`
        : `${toName(name)}  ${toNumber(number)}  ${terminal.style('dim', details)}`,
    )
    .join('\n');
}

/** Says what became of a contact, or would become of it. */
export function showContactChange(
  terminal: Terminal,
  change: Pick<ContactChange, 'changed' | 'before' | 'after'> & Partial<ContactChange>,
): void {
  const { after, backup, before, changed, restarted } = change;
  terminal.result(change, () => {
    const lines = [...differences(before, after)];
    if (!changed) lines.push('Nothing has to be changed.');
    if (restarted) lines.push('MicroSIP was restarted for it.');
    // The first change has nothing to keep.
    if (backup?.endsWith('.none') === false) lines.push(`The contacts as they were: ${backup}`);
    return lines.map(escapeForTerminal).join('\n');
  });
}

function* differences(before: Contact | undefined, after: Contact | undefined): Iterable<string> {
  if (before === undefined && after !== undefined) yield `+ ${after.name} (${after.number})`;
  if (before !== undefined && after === undefined) yield `- ${before.name} (${before.number})`;
  if (before === undefined || after === undefined) return;
  const known = new Map<string, string | boolean>(Object.entries(before));
  const wanted = new Map<string, string | boolean>(Object.entries(after));
  for (const name of new Set([...known.keys(), ...wanted.keys()])) {
    const [old, now] = [known.get(name), wanted.get(name)];
    if (old !== now) yield `${before.name} (${before.number}): ${name}: ${shown(old)} → ${shown(now)}`;
  }
}

function shown(value: string | boolean | undefined): string {
  return value === undefined ? '(none)' : String(value);
}

function detailsText(contact: Contact): string {
  const { address, city, comment, email, info, mobile, phone, state, zip } = contact;
  const texts = [phone, mobile, email, address, [zip, city].filter(Boolean).join(' '), state, info, comment];
  const marks = [contact.starred ? '★' : '', contact.directory ? 'from the directory' : ''];
  return [...marks, ...texts].filter((text) => text !== undefined && text !== '').join(', ');
}
