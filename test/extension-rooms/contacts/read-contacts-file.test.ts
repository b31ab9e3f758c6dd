import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { Ajv } from 'ajv';
import fc from 'fast-check';

import { detailNames } from '../../../extension/src/contacts/contacts-file.ts';
import { readContactsFile, type ReadContacts } from '../../../extension/src/contacts/read-contacts-file.ts';
import { english } from '../../support/extension/english.ts';
import { hostileText } from '../../support/extension/seen-phones.ts';

/** As if MicroSIP refused whatever begins with a slash. */
function refusalOf(target: string): string | undefined {
  return target.startsWith('/') ? `${target} is a command` : undefined;
}

function read(text: string): ReadContacts {
  return readContactsFile(text, refusalOf, english);
}

/** What is wrong, each with the text it stands at. */
function problems(text: string): readonly (readonly [message: string, at: string])[] {
  return read(text).problems.map(({ length, message, offset }) => [
    message,
    text.slice(offset, offset + length),
  ]);
}

const ada = { name: 'Ada', number: '101', mobile: '+1 415 555 0132', comment: 'ask for her' };

describe('a file of contacts', () => {
  it('gives the contacts in its order', () => {
    const bob = { name: 'Bob', number: 'sip:bob@pbx.test' };
    const text = JSON.stringify({ $schema: './contacts.schema.json', contacts: [ada, bob] });
    assert.deepEqual(read(text), { contacts: [ada, bob], problems: [], problemCount: 0 });
  });

  it("may have comments and a last comma, as VS Code's own files may", () => {
    const text = '{ // who to call\n "contacts": [{ "name": "Ada", "number": "101" },], }';
    assert.deepEqual(read(text), {
      contacts: [{ name: 'Ada', number: '101' }],
      problems: [],
      problemCount: 0,
    });
  });

  it('loses no contact for what is wrong with another', () => {
    const text = JSON.stringify({
      contacts: [
        ada,
        'Bob',
        { name: 'Bob' },
        { name: 1, number: '102' },
        { name: 'Eve', number: '/exit' },
        null,
      ],
    });
    assert.deepEqual(read(text).contacts, [ada]);
    assert.deepEqual(problems(text), [
      ['A contact has a name and a number: { "name": "Ada", "number": "101" }', '"Bob"'],
      ['A contact must have: number', '{"name":"Bob"}'],
      ['This must be a text.', '1'],
      ['/exit is a command', '"/exit"'],
      ['A contact has a name and a number: { "name": "Ada", "number": "101" }', 'null'],
    ]);
  });

  it('keeps what stands before and behind something that is no JSON', () => {
    const text =
      '{ "contacts": [{ "name": "Ada", "number": "101" }, oops, { "name": "Bob", "number": "102" }] }';
    assert.deepEqual(
      read(text).contacts.map(({ name }) => name),
      ['Ada', 'Bob'],
    );
    assert.deepEqual(problems(text)[0], ['This is no JSON.', 'oops']);
  });

  it('says so where there is no list of contacts', () => {
    for (const text of ['', '[]', '{}', 'null', '"x"', '{ "contacts": {} }']) {
      assert.deepEqual(read(text).contacts, [], text);
      assert.ok(read(text).problems.length > 0, text);
    }
    assert.equal(problems('{ "contacts": {} }')[0]?.[1], '{}');
  });

  it('tells of a name that means nothing, and takes the contact all the same', () => {
    const text = JSON.stringify({ contacts: [{ ...ada, moblie: '1' }] });
    assert.deepEqual(read(text).contacts, [ada]);
    assert.deepEqual(problems(text), [['A contact has nothing of this name.', '"1"']]);
  });

  it('tells of a contact that is there twice, and takes it once', () => {
    const { contacts, problems: found } = read(
      JSON.stringify({ contacts: [ada, ada, { ...ada, name: 'A' }] }),
    );
    assert.equal(contacts.length, 2);
    assert.deepEqual(
      found.map(({ kind, message }) => [kind, message]),
      [['meaning', 'This contact is in the list already.']],
    );
  });

  it('takes nothing from what every object has', () => {
    const text = '{ "contacts": [{ "__proto__": { "name": "Eve", "number": "1" } }] }';
    assert.deepEqual(read(text).contacts, []);
    assert.deepEqual(read('{ "__proto__": { "contacts": [] } }').contacts, []);
    assert.equal(problems('{ "__proto__": { "contacts": [] } }').length, 1);
    assert.equal('name' in {}, false);
  });

  it('is read however deeply somebody nested it', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    assert.deepEqual(problems('['.repeat(100_000)), [
      ['This is no JSON.', '['],
      ['Contacts stand in a list: { "contacts": [ … ] }', '['.repeat(100_000)],
    ]);
    const { contacts, problemCount } = read(`{ "contacts": [${JSON.stringify(ada)}, ${deep}] }`);
    assert.deepEqual([contacts, problemCount], [[ada], 1]);
    const bracketsInText = { ...ada, comment: `${'['.repeat(1000)}"//{` };
    const tolerant = `{ "contacts": [${JSON.stringify(bracketsInText)},] } // ${'['.repeat(1000)}`;
    assert.deepEqual(read(tolerant).contacts, [bracketsInText]);
  });

  it('counts all that is wrong, and says where for as much as somebody mends at once', () => {
    const names = Array.from({ length: 50_000 }, (_, index) => `"x${index}": 1`);
    const { problemCount, problems: found } = read(`{ "contacts": [], ${names.join(', ')} }`);
    assert.deepEqual([problemCount, found.length], [50_000, 100]);
  });

  it('reads any text without an error, and marks only what is in it', () => {
    const scrap = fc.array(
      fc.oneof(
        fc.constantFrom('{', '}', '[', ']', ',', ':', '"contacts"', '"name"', '"number"', '//', '\n', '"'),
        fc.json(),
        hostileText,
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(scrap, (parts) => {
        const text = parts.join('');
        for (const { length, offset } of read(text).problems) {
          assert.ok(offset >= 0 && length >= 0 && offset + length <= text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is read the same whether or not it is strict JSON', () => {
    const contact = fc.record(
      { name: fc.oneof(hostileText, fc.integer()), number: hostileText, email: hostileText, x: fc.string() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(contact, { maxLength: 5 }), (contacts) => {
        const text = JSON.stringify({ contacts });
        const strict = read(text);
        const tolerant = read(`${text}\n// a comment`);
        assert.deepEqual(tolerant.contacts, strict.contacts);
        assert.deepEqual(
          tolerant.problems.map(({ message }) => message),
          strict.problems.map(({ message }) => message),
        );
      }),
    );
  });
});

describe('the schema of a file of contacts', () => {
  let schema: {
    readonly properties: {
      readonly contacts: { readonly items: { readonly properties: Record<string, unknown> } };
    };
  };

  before(async () => {
    const file = path.join(import.meta.dirname, '../../../extension/schemas/contacts.schema.json');
    schema = JSON.parse(await readFile(file, 'utf8')) as typeof schema;
  });

  it('knows what the reader knows', () => {
    assert.deepEqual(Object.keys(schema.properties.contacts.items.properties).sort(), [
      ...['name', 'number', ...detailNames].sort(),
    ]);
  });

  it('finds a form wrong exactly where the reader does', () => {
    const isRight = new Ajv({ strict: false }).compile(schema);
    const value = fc.oneof(fc.constantFrom('', ' ', '101', 'Ada'), fc.constantFrom(1, null, {}));
    const contact = fc.record(
      { name: value, number: value, phone: value, email: value, extra: value },
      { requiredKeys: [] },
    );
    const file = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record(
          { contacts: fc.array(contact, { maxLength: 3 }), $schema: fc.constant('x'), extra: fc.constant(1) },
          { requiredKeys: ['contacts'] },
        ),
      },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
    fc.assert(
      fc.property(file, (json) => {
        const { problems: found } = read(JSON.stringify(json));
        assert.equal(
          found.every(({ kind }) => kind === 'meaning'),
          isRight(json),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
