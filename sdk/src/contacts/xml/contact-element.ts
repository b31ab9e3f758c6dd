import { contactAttributes } from '../../catalogue/reference/contact-attributes.ts';
import type { Contact, ContactChanges, ContactDetails } from '../contact.ts';
import type { XmlElement } from './scan-elements.ts';
import { textOfValue, valueOfText } from './xml-text.ts';

type AttributeName = (typeof contactAttributes)[number]['attribute'];

/** What an element of `Contacts.xml` says. */
export function contactOf(element: XmlElement): Contact {
  const values = new Map(element.attributes.map(({ name, value }) => [name, textOfValue(value)]));
  const isSet = (name: AttributeName): boolean => values.get(name) === '1';
  const details: Partial<Record<keyof ContactDetails, string>> = {};
  for (const { attribute, kind } of contactAttributes) {
    const value = values.get(attribute) ?? '';
    if (kind === 'text' && attribute !== 'name' && attribute !== 'number' && value !== '') {
      details[attribute] = value;
    }
  }
  return {
    number: values.get('number') ?? '',
    name: values.get('name') ?? '',
    ...details,
    presence: isSet('presence'),
    starred: isSet('starred'),
    directory: isSet('directory'),
  };
}

/** The element of a new contact, with all attributes in the order in which MicroSIP writes them (facts F.2). */
export function elementOf(contact: ContactChanges): string {
  const texts = textsOf(contact);
  const attributes = contactAttributes.map(
    ({ attribute, kind }) =>
      `${attribute}="${valueOfText(texts.get(attribute) ?? (kind === 'text' ? '' : '0'))}"`,
  );
  return `<contact ${attributes.join(' ')}/>`;
}

/** The start tag of an element with what is changed; what stays the same stays as it is written. */
export function changedTag(text: string, element: XmlElement, changes: ContactChanges): string {
  let tag = '';
  let position = element.tag.start;
  const texts = textsOf(changes);
  for (const { end, name, start, value } of element.attributes) {
    const wanted = texts.get(name);
    texts.delete(name);
    if (wanted === undefined || wanted === textOfValue(value)) continue;
    tag += `${text.slice(position, start)}${name}="${valueOfText(wanted)}"`;
    position = end;
  }
  const lastEnd = element.attributes.at(-1)?.end ?? element.tag.start + 1 + element.name.length;
  tag += text.slice(position, lastEnd);
  for (const [name, wanted] of texts) {
    // What is not there is empty, or off.
    if (wanted !== '' && wanted !== '0') tag += ` ${name}="${valueOfText(wanted)}"`;
  }
  return tag + text.slice(lastEnd, element.tag.end);
}

function textsOf(values: ContactChanges): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { attribute } of contactAttributes) {
    if (attribute === 'directory') continue;
    const value = values[attribute];
    if (value !== undefined) texts.set(attribute, typeof value === 'boolean' ? (value ? '1' : '0') : value);
  }
  return texts;
}
