import assert from 'node:assert/strict';

import { regionOf } from '../../../extension/src/numbers/region.ts';

describe('the region of numbers', () => {
  const cases: readonly (readonly [setting: string, locale: string, region: string | undefined])[] = [
    ['', 'en', 'US'],
    ['', 'de', 'DE'],
    ['', 'pt-br', 'BR'],
    ['', 'zh-tw', 'TW'],
    ['', 'en-GB', 'GB'],
    [' at ', 'de', 'AT'],
    ['Germany', 'fr', 'FR'],
    ['', 'qps-ploc', undefined],
    ['', 'not a locale', undefined],
    ['', '', undefined],
  ];
  for (const [setting, locale, region] of cases) {
    it(`is ${region ?? 'unknown'} for the setting “${setting}” and the language “${locale}”`, () => {
      assert.equal(regionOf(setting, locale), region);
    });
  }
});
