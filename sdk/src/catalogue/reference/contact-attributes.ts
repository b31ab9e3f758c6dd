/** An attribute of a `contact` in `Contacts.xml` that holds any text. */
export interface ContactText {
  readonly kind: 'text';
  readonly attribute:
    | 'name'
    | 'number'
    | 'firstname'
    | 'lastname'
    | 'phone'
    | 'mobile'
    | 'email'
    | 'address'
    | 'city'
    | 'state'
    | 'zip'
    | 'comment'
    | 'id'
    | 'info';
}

/** An attribute of a `contact` in `Contacts.xml` that is `0` or `1`. */
export interface ContactFlag {
  readonly kind: 'boolean';
  readonly attribute: 'presence' | 'starred' | 'directory';
}

/** An attribute of a `contact` in `Contacts.xml`. */
export type ContactAttribute = ContactText | ContactFlag;

/** The attributes of a `contact` in `Contacts.xml`, in the order in which MicroSIP writes them; older versions have fewer (facts F.2). */
export const contactAttributes: readonly ContactAttribute[] = [
  { attribute: 'name', kind: 'text' },
  { attribute: 'number', kind: 'text' },
  { attribute: 'firstname', kind: 'text' },
  { attribute: 'lastname', kind: 'text' },
  { attribute: 'phone', kind: 'text' },
  { attribute: 'mobile', kind: 'text' },
  { attribute: 'email', kind: 'text' },
  { attribute: 'address', kind: 'text' },
  { attribute: 'city', kind: 'text' },
  { attribute: 'state', kind: 'text' },
  { attribute: 'zip', kind: 'text' },
  { attribute: 'comment', kind: 'text' },
  { attribute: 'id', kind: 'text' },
  { attribute: 'info', kind: 'text' },
  { attribute: 'presence', kind: 'boolean' },
  { attribute: 'starred', kind: 'boolean' },
  { attribute: 'directory', kind: 'boolean' },
];
