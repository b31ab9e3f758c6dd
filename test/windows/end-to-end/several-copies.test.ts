import assert from 'node:assert/strict';

import { MicroSip } from '../../../sdk/src/microsip.ts';
import { standInPhone } from '../../support/windows/stand-in-phone.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { launchingSender } from './launching-sender.ts';

describe('several phones on one Windows', () => {
  it('each get their own commands: two copies, and a third one renamed beside the first', async () => {
    using directory = temporaryDirectory();
    await using first = standInPhone({ folder: `${directory.path}\\one` });
    await using second = standInPhone({ folder: `${directory.path}\\two` });
    await using renamed = standInPhone({ folder: `${directory.path}\\one`, name: 'phone' });
    const phones = [first, second, renamed];
    for (const phone of phones) await phone.start();

    for (const [index, phone] of phones.entries()) {
      await using microsip = await MicroSip.connect({ backend: 'windows', executable: phone.executable });
      await microsip.sendDtmf(String(index));
      const send = await launchingSender(phone);
      await send(`/dtmf:${index}*`);
    }
    for (const [index, phone] of phones.entries()) {
      assert.deepEqual(await phone.untilReceived(2), [`/dtmf:${index}`, `/dtmf:${index}*`]);
    }
  }).timeout(180_000);

  it('have files of their own, by the names of their programs', async () => {
    using directory = temporaryDirectory();
    const named = ['microsip', 'phone'] as const;
    for (const name of named) {
      await using phone = standInPhone({ folder: directory.path, name });
      await using microsip = await MicroSip.connect({ backend: 'windows', executable: phone.executable });
      await microsip.dial(name === 'phone' ? '101' : '102');
      await phone.untilRecorded('effect', { did: 'call' });
      assert.equal(await microsip.settings.get('0', 'Dialed'), name === 'phone' ? '101' : '102');
      assert.equal((await microsip.log.status()).path, phone.logFile);
    }
  }).timeout(180_000);
});
