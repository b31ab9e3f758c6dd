import assert from 'node:assert/strict';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import type { Contact, NewContact } from '../../../sdk/src/contacts/contact.ts';
import { parseContacts, type ContactsDocument } from '../../../sdk/src/contacts/contacts-document.ts';
import { editContacts, type ContactEdit } from '../../../sdk/src/contacts/edit-contacts.ts';

const parse = (text: string): ContactsDocument => parseContacts('Contacts.xml', Buffer.from(text));
const edited = (text: string, edit: ContactEdit): string => editContacts(parse(text), edit).text;
const contactsIn = (text: string): readonly Contact[] => parse(text).contacts.map(({ contact }) => contact);

const bare = { presence: false, starred: false, directory: false };

/** As an old version, a careful person and a program of unknown origin may have left it. */
const mixed = [
  '\uFEFF<?xml version="1.0" encoding="utf-8"?>\r\n<!-- by hand -->\r\n<contacts  generator = \'x\'>\r\n',
  '\t<contact  name=\'Ada "A" L.\'\r\n number="101" custom="&custom;&#x41;" starred=\'1\'></contact>\r\n',
  '<!-- <contact number="9"/> --><group><contact number="8"/></group>\r\n',
  '\t<contact number="102" name="Bob &amp; Co&#46;" info="&lt;3" presence="1" directory="1"/>\r\n',
  '</contacts>\r\n\r\n',
].join('');

describe('Contacts.xml', () => {
  it('is read with all that it says, whatever wrote it', () => {
    assert.deepEqual(contactsIn(mixed), [
      { ...bare, number: '101', name: 'Ada "A" L.', starred: true },
      { ...bare, number: '102', name: 'Bob & Co.', info: '<3', presence: true, directory: true },
    ]);
  });

  for (const text of [
    '',
    ' \r\n',
    '<contacts/>',
    '<contacts></contacts>',
    '<?xml version="1.0"?><contacts>\n</contacts>',
  ]) {
    it(`has no contacts, and takes one, where there is ${JSON.stringify(text)}`, () => {
      assert.deepEqual(contactsIn(text), []);
      const contact = { number: '101', name: 'Zoë "<&>\'' };
      const added = edited(text, { do: 'add', contact });
      assert.deepEqual(contactsIn(added), [{ ...bare, ...contact }]);
    });
  }

  it('gets a new contact with every attribute that MicroSIP knows, in its order', () => {
    const text = edited('', { do: 'add', contact: { number: '101', starred: true, email: 'a@b.c' } });
    assert.equal(
      text,
      '<?xml version="1.0"?>\n<contacts>\n' +
        '  <contact name="101" number="101" firstname="" lastname="" phone="" mobile="" email="a@b.c" address="" city="" ' +
        'state="" zip="" comment="" id="" info="" presence="0" starred="1" directory="0"/>\n</contacts>\n',
    );
  });

  it('keeps every other character when a contact is added, in front of what follows the last one', () => {
    const text = edited(mixed, { do: 'add', contact: { number: '103' } });
    const [before = '', after = ''] = text.split(/\r\n\t<contact name="103"[^>]*\/>/u);
    assert.equal(before + after, mixed);
    assert.ok(after.startsWith('\r\n</contacts>'));
  });

  it('keeps every other character when a contact is changed', () => {
    const changes = {
      name: 'Ada "Ä" L.',
      starred: false,
      presence: true,
      email: 'ada@example.com',
      phone: '',
    };
    assert.equal(
      edited(mixed, { do: 'update', number: 'sip:101@pbx.test', changes }),
      mixed
        .replace('name=\'Ada "A" L.\'', 'name="Ada &quot;Ä&quot; L."')
        .replace("starred='1'", 'starred="0" email="ada@example.com" presence="1"'),
    );
  });

  it('stays as it is when a change changes nothing, or is undone', () => {
    const same = { name: 'Ada "A" L.', number: '101', starred: true, presence: false, city: '' };
    assert.equal(edited(mixed, { do: 'update', number: '101', changes: same }), mixed);
    const added = edited(mixed, { do: 'add', contact: { number: '103' } });
    assert.equal(edited(added, { do: 'remove', number: '103' }), mixed);
  });

  it('keeps every other character when a contact is removed', () => {
    assert.equal(
      edited(mixed, { do: 'remove', number: '101' }),
      mixed.replace(/\r\n\t<contact {2}[^>]*><\/contact>/u, ''),
    );
  });

  const refusals: readonly (readonly [string, ContactEdit, RegExp])[] = [
    ['a number that is there', { do: 'add', contact: { number: '101' } }, /already/u],
    [
      'a number that another contact has',
      { do: 'update', number: '101', changes: { number: '102' } },
      /already/u,
    ],
    ['no number', { do: 'add', contact: { number: ' ' } }, /number/u],
    ['a name of two lines', { do: 'update', number: '101', changes: { name: 'a\nb' } }, /one line/u],
    ['an empty name', { do: 'update', number: '101', changes: { name: '' } }, /empty/u],
    ['a control character', { do: 'add', contact: { number: '1', comment: '\u001B' } }, /U\+001B/u],
    ['half a character', { do: 'add', contact: { number: '1', comment: '\uD800' } }, /U\+D800/u],
    ['nobody', { do: 'remove', number: '999' }, /No contact/u],
    ['a contact of the directory', { do: 'remove', number: '102' }, /usersDirectory/u],
    [
      'a change of a contact of the directory',
      { do: 'update', number: '102', changes: { name: 'x' } },
      /usersDirectory/u,
    ],
    ['what is nested in something unknown', { do: 'remove', number: '8' }, /No contact/u],
  ];
  for (const [title, edit, message] of refusals) {
    it(`refuses ${title}`, () => {
      assert.throws(() => editContacts(parse(mixed), edit), { code: 'INVALID_ARGUMENT', message });
    });
  }

  it('takes a number in another notation only when it names one contact', () => {
    const text = '<contacts><contact number="+49301234567"/><contact number="030/1234567"/></contacts>';
    assert.throws(() => edited(text, { do: 'remove', number: '004930 1234567' }), { message: /2 contacts/u });
    assert.deepEqual(
      contactsIn(edited(text, { do: 'remove', number: '030/1234567' })).map(({ number }) => number),
      ['+49301234567'],
    );
  });

  for (const [title, bytes] of [
    ['cut off', Buffer.from('<contacts><contact number="1"')],
    ['of another program', Buffer.from('<html></html>')],
    ['in UTF-16', Buffer.from('\uFEFF<contacts/>', 'utf16le')],
    ['in a code page', Buffer.from('<contacts><contact number="1" name="B\xfcro"/></contacts>', 'latin1')],
    ['that is no XML', Buffer.from('name,number\nAda,101\n')],
    ['of noise', Buffer.from([0, 255, 60, 62, 0])],
  ] as const) {
    it(`is refused when it is one ${title}`, () => {
      assert.throws(() => parseContacts('Contacts.xml', bytes), {
        code: 'SETTINGS_DAMAGED',
        message: /left as it is/u,
      });
    });
  }

  const text = fc.string({
    unit: fc.constantFrom('a', 'é', '"', "'", '<', '>', '&', '&amp;', ';', ' ', '\u{1F4DE}', '\u202E', ']]>'),
    maxLength: 12,
  });
  const line = text.filter((value) => value.trim() !== '');
  const newContact: fc.Arbitrary<NewContact & { name: string }> = fc.record(
    {
      number: line,
      name: line,
      comment: fc.string({
        unit: fc.constantFrom('a', '\n', '\t', '\r', '&#10;', '"'),
        minLength: 1,
        maxLength: 6,
      }),
      email: text.filter((value) => value !== ''),
      presence: fc.boolean(),
      starred: fc.boolean(),
    },
    { requiredKeys: ['number', 'name'], noNullPrototype: true },
  );
  const contacts = fc.uniqueArray(newContact, {
    selector: ({ number }) => number,
    minLength: 1,
    maxLength: 5,
  });

  it('gives back every contact as it was added, to us and to another parser', () => {
    const parser = new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      parseAttributeValue: false,
      trimValues: false,
      processEntities: true,
      htmlEntities: true,
      isArray: (name) => name === 'contact',
    });
    fc.assert(
      fc.property(contacts, (added) => {
        let document = '';
        for (const contact of added) document = edited(document, { do: 'add', contact });
        assert.deepEqual(
          contactsIn(document),
          added.map((contact) => ({ ...bare, ...contact })),
        );
        const other = parser.parse(document) as { contacts: { contact: readonly Record<string, string>[] } };
        assert.deepEqual(
          other.contacts.contact.map(({ name, number }) => [number, name]),
          added.map(({ name, number }) => [number, name]),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is what it was when everything added to it is removed again', () => {
    fc.assert(
      fc.property(
        contacts,
        fc.constantFrom(mixed, '<contacts><contact number="x y z"/></contacts>'),
        (added, before) => {
          const others = added.filter(
            ({ number }) => !parse(before).contacts.some(({ contact }) => contact.number === number),
          );
          let document = before;
          for (const contact of others) document = edited(document, { do: 'add', contact });
          for (const { number } of others) document = edited(document, { do: 'remove', number });
          assert.equal(document, before);
        },
      ),
    );
  });

  it('is read, or refused as damaged, however its bytes were changed', () => {
    const whole = Buffer.from(mixed);
    const change = fc.record({
      at: fc.nat(whole.length - 1),
      byte: fc.nat(255),
      cut: fc.option(fc.nat(whole.length)),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let bytes = Buffer.from(whole);
        for (const { at, byte, cut } of changes) {
          if (at < bytes.length) bytes[at] = byte;
          if (cut !== null) bytes = bytes.subarray(0, cut);
        }
        try {
          assert.ok(parseContacts('Contacts.xml', bytes).contacts.length <= 4);
        } catch (error) {
          assert.equal((error as { code?: unknown }).code, 'SETTINGS_DAMAGED');
        }
      }),
      { numRuns: 2000 },
    );
  });
});
