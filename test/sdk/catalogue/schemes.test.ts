import assert from 'node:assert/strict';

import type { SchemeName } from '../../../sdk/src/catalogue/scheme.ts';
import { schemeNamed, schemes } from '../../../sdk/src/catalogue/schemes.ts';
import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';

describe('the URL schemes of the catalogue', () => {
  it('are stripped by the versions the facts name', () => {
    assert.deepEqual(
      Object.fromEntries(
        schemes.map(({ scheme, stripped }) => [
          scheme,
          verifiedVersions.filter((version) => stripped.verified[version] === 'yes'),
        ]),
      ),
      {
        sip: ['3.20.5', '3.21.6', '3.22.3', '3.22.16'],
        tel: ['3.20.5', '3.21.6', '3.22.3', '3.22.16'],
        callto: ['3.20.5', '3.21.6', '3.22.3', '3.22.16'],
        dial: ['3.21.6', '3.22.3', '3.22.16'],
        dialpad: ['3.21.6', '3.22.3', '3.22.16'],
        sips: [],
        msip: [],
      },
    );
  });

  it('are registered by the installer as its manifests say, where they were read', () => {
    for (const version of ['3.21.6', '3.22.16'] as const) {
      assert.deepEqual(
        schemes
          .filter(({ registeredByInstaller }) => registeredByInstaller.verified[version] === 'yes')
          .map(({ scheme }) => scheme)
          .sort(),
        ['callto', 'dial', 'dialpad', 'sip', 'tel'],
      );
    }
    for (const { registeredByInstaller } of schemes) {
      assert.equal(registeredByInstaller.verified['3.20.5'], 'unknown');
      assert.equal(registeredByInstaller.verified['3.22.3'], 'unknown');
    }
  });

  it('stand at the beginning of a command line with their colon', () => {
    for (const { scheme, token, example } of schemes) {
      assert.equal(token, `${scheme}:`);
      assert.ok(example.startsWith(token));
    }
  });

  it('are found by name, and refused under a name that none has', () => {
    assert.equal(schemeNamed('tel').token, 'tel:');
    assert.throws(() => schemeNamed('https' as SchemeName), RangeError);
  });
});
