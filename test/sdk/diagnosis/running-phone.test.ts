import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

import { IniDocument } from '../../../sdk/src/settings/ini-document.ts';
import { decodeIni, encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';
import { simulatedPhone } from '../../support/sdk/simulated-phone.ts';

describe('a diagnosis of a simulated phone that runs', () => {
  it('finds nothing in a good one, with a call up or not', async () => {
    await using simulated = await simulatedPhone(
      {},
      { enableLog: '1', singleMode: '0', updatesInterval: 'never' },
    );
    const { phone } = simulated;
    await phone.dialAndWait('101', { until: 'active' });
    const { checked, findings, phone: found } = await phone.diagnose();
    assert.deepEqual(findings, []);
    assert.ok(checked.includes('several-instances'), 'it knows the process');
    assert.ok(checked.includes('log-not-written'), 'it knows when the log was written');
    assert.deepEqual(found, {
      backend: 'simulator',
      executable: phone.installation.executable,
      dataDirectory: simulated.dataDirectory,
      version: '3.22.16',
    });
  });

  it('ends with the limits it is given', async () => {
    await using simulated = await simulatedPhone();
    const { phone } = simulated;
    await assert.rejects(phone.diagnose({ signal: AbortSignal.abort() }), { code: 'CANCELLED' });
  });

  it('finds that the log was switched on too late', async () => {
    const settings = { enableLog: '0', singleMode: '0', updatesInterval: 'never' };
    await using simulated = await simulatedPhone({}, settings);
    const { phone } = simulated;
    await phone.start();
    // A phone that runs goes on without a log (facts F.3).
    const ini = IniDocument.parse(decodeIni(readFileSync(phone.settings.path)).text);
    ini.set('Settings', 'enableLog', '1');
    writeFileSync(phone.settings.path, encodeIni({ encoding: 'utf-16le', text: ini.toString() }));
    const { findings } = await phone.diagnose();
    assert.deepEqual(
      findings.map(({ code }) => code),
      ['log-not-written'],
    );
  });
});
