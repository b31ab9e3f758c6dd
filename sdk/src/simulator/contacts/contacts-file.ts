import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import XMLBuilder from 'fast-xml-builder';
import { XMLParser } from 'fast-xml-parser';
import * as v from 'valibot';
import { contactAttributes } from '../../catalogue/reference/contact-attributes.ts';
import { replaceFileSync } from '../../settings/atomic-file.ts';

/** The name of the file in the data directory. */
export const contactsName = 'Contacts.xml';

/** A contact by the attributes of its element; `number` tells contacts apart. */
export type Contact = Readonly<Record<string, string>> & { readonly number: string };

const contactSchema = v.objectWithRest({ number: v.optional(v.string(), '') }, v.string());
const fileSchema = v.object({
  contacts: v.union([
    v.object({ contact: v.optional(v.array(contactSchema), []) }),
    v.pipe(
      v.string(),
      v.transform(() => ({ contact: [] })),
    ),
  ]),
});

/**
 * The contacts of a phone: read once, when it starts, and written as a whole when a contact changes. What others wrote
 * into the file in the meantime is lost, as with MicroSIP (facts F.2).
 */
export class ContactsFile {
  readonly #path: string;
  readonly #contacts: Contact[];

  constructor(dataDirectory: string) {
    this.#path = join(dataDirectory, contactsName);
    this.#contacts = readContacts(this.#path);
  }

  get contacts(): readonly Contact[] {
    return this.#contacts;
  }

  /** Adds a contact, or replaces the one with its number. */
  save(contact: Contact): void {
    const index = this.#contacts.findIndex((known) => known.number === contact.number);
    if (index === -1) this.#contacts.push(contact);
    else this.#contacts[index] = contact;
    this.#write();
  }

  delete(number: string): void {
    const index = this.#contacts.findIndex((known) => known.number === number);
    if (index === -1) return;
    this.#contacts.splice(index, 1);
    this.#write();
  }

  #write(): void {
    const builder = new XMLBuilder({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      attributesGroupName: '$',
      format: true,
    });
    const contact = this.#contacts.map((entry) => ({
      $: Object.fromEntries(
        contactAttributes.map(({ attribute, kind }) => [
          attribute,
          entry[attribute] ?? (kind === 'boolean' ? '0' : ''),
        ]),
      ),
    }));
    const xml = builder.build({ '?xml': { $: { version: '1.0' } }, contacts: { contact } });
    replaceFileSync(this.#path, Buffer.from(xml, 'utf8'));
  }
}

function readContacts(path: string): Contact[] {
  if (!existsSync(path)) return [];
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    processEntities: true,
    // References such as &#46; are among them.
    htmlEntities: true,
    isArray: (name) => name === 'contact',
  });
  const parsed = v.safeParse(fileSchema, parser.parse(readFileSync(path)));
  // MicroSIP ignores a file that it cannot read, and overwrites it with the next change.
  return parsed.success ? parsed.output.contacts.contact : [];
}
