import assert from 'node:assert/strict';

import fc from 'fast-check';

import { generateManifest } from '../../../extension/contributions/manifest.ts';
import { settings } from '../../../extension/contributions/settings.ts';
import type { Localization } from '../../../extension/src/localization.ts';
import { settingFault, type SettingSchema } from '../../../extension/src/wrong-settings/setting-fault.ts';

const english: Localization = {
  t: (text, ...values) => text.replace(/\{(\d)\}/gu, (_, index: string) => String(values[Number(index)])),
};

const { properties } = generateManifest().contributes['configuration'] as {
  readonly properties: Readonly<Record<string, SettingSchema & { readonly default: unknown }>>;
};

describe('what is wrong with a setting', () => {
  it('is nothing for the default of any', () => {
    assert.equal(Object.keys(properties).length, Object.keys(settings).length);
    for (const [name, schema] of Object.entries(properties)) {
      assert.equal(settingFault(name, schema, schema.default, english), undefined, name);
    }
  });

  for (const [name, schema] of Object.entries(properties)) {
    it(`is told of ${name} for every value of another type, and names it`, () => {
      const others = fc.jsonValue().filter((value) => {
        const type = Array.isArray(value) ? 'array' : typeof value;
        return type !== schema.type;
      });
      fc.assert(
        fc.property(others, (value) => {
          assert.ok(settingFault(name, schema, value, english)?.includes(name));
        }),
      );
      assert.ok(settingFault(name, schema, undefined, english)?.includes(name));
    });
  }

  it('is told of words and forms that a text cannot have, and of lists with anything else than texts', () => {
    const fault = (name: string, value: unknown): string | undefined => {
      const schema = properties[name];
      assert.ok(schema);
      return settingFault(name, schema, value, english);
    };
    assert.equal(
      fault('microsip.backend', 'telephone'),
      'The setting microsip.backend must be one of: auto, windows, wsl, wine, simulator.',
    );
    assert.equal(
      fault('microsip.statusBar.show', 'false'),
      'The setting microsip.statusBar.show must be true or false.',
    );
    assert.equal(
      fault('microsip.numbers.languages', ['csv', 1]),
      'The setting microsip.numbers.languages must be a list of texts.',
    );
    assert.equal(fault('microsip.numbers.languages', []), undefined);
    assert.equal(fault('microsip.numbers.region', 'de'), undefined);
    assert.match(
      fault('microsip.numbers.region', 'Germany') ?? '',
      /numbers\.region does not have the form/u,
    );
  });
});
