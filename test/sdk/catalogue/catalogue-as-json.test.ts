import assert from 'node:assert/strict';

import { Ajv2020 } from 'ajv/dist/2020.js';

import { catalogueAsJson } from '../../../sdk/src/catalogue/catalogue-as-json.ts';
import { catalogueSchema } from '../../../sdk/src/catalogue/catalogue-schema.ts';

/** The export as it arrives on the other side. */
const received = (): Record<string, unknown> =>
  JSON.parse(JSON.stringify(catalogueAsJson())) as Record<string, unknown>;

describe('the JSON export of the catalogue', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, allowUnionTypes: true });
  const validate = ajv.compile(catalogueSchema);

  it('is what its schema says', () => {
    validate(received());
    assert.deepEqual(validate.errors, null);
  });

  it('loses nothing on its way through JSON', () => {
    assert.deepEqual(received(), catalogueAsJson());
  });

  it('names its schema and the version of its form', () => {
    const { $schema, formatVersion } = received();
    assert.deepEqual({ $schema, formatVersion }, { $schema: catalogueSchema['$id'], formatVersion: 1 });
  });

  const damages: readonly [what: string, damage: (document: Record<string, unknown>) => void][] = [
    ['a field nobody declared', (document) => (document['extra'] = true)],
    ['a part that is missing', (document) => delete document['hooks']],
    ['an unknown command', (document) => (firstOf(document, 'commands')['id'] = 'launch-missiles')],
    [
      'a version without an answer',
      (document) => delete at(firstOf(document, 'commands'), 'availability', 'verified')['3.22.3'],
    ],
    ['an entry without a source', (document) => (firstOf(document, 'settings')['sources'] = [])],
    ['a secret flag that is text', (document) => (firstOf(document, 'settings')['secret'] = 'no')],
    [
      'a claim with an example and no expectation',
      (document) => delete firstOf(document, 'folklore')['expectation'],
    ],
  ];
  for (const [what, damage] of damages) {
    it(`is refused by its schema with ${what}`, () => {
      const document = received();
      damage(document);
      assert.equal(validate(document), false);
    });
  }
});

function firstOf(document: Record<string, unknown>, list: string): Record<string, unknown> {
  return at(document, list, 0);
}

function at(value: unknown, ...path: readonly (string | number)[]): Record<string, unknown> {
  const found = path.reduce<unknown>((parent, key) => {
    assert.ok(typeof parent === 'object' && parent !== null);
    return Object.getOwnPropertyDescriptor(parent, key)?.value;
  }, value);
  assert.ok(typeof found === 'object' && found !== null, `nothing at ${path.join('/')}`);
  return found as Record<string, unknown>;
}
