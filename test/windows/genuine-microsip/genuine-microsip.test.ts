import assert from 'node:assert/strict';
import path from 'node:path';

import { isVersion } from '../../../sdk/src/catalogue/version.ts';
import { MicroSip } from '../../../sdk/src/microsip.ts';

/** Names a `microsip.exe` that was installed for these tests, by its own installer. */
const executable = process.env['MICROSIP_EXECUTABLE'] ?? '';

/** A program without a network and an account comes up slowly. */
const timeoutMs = 60_000;

// Most machines have none, and one that is in use must not be started and ended.
if (executable !== '') {
  describe('the genuine MicroSIP', () => {
    let phone: MicroSip;
    before(async () => {
      phone = await MicroSip.connect({ timeoutMs });
    });
    after(async () => {
      if ((await phone.status({ timeoutMs })).phone !== 'not-running') await phone.exit();
      await phone.dispose();
    });

    it('is found where it was installed, with its version', () => {
      const { installation } = phone;
      assert.equal(
        path.win32.normalize(installation.executable).toLowerCase(),
        path.win32.normalize(executable).toLowerCase(),
      );
      assert.ok(isVersion(installation.version ?? ''), installation.version);
    });

    it('starts, and is seen to run', async () => {
      const { started } = await phone.start({ minimized: true });
      assert.equal(started, true);
      assert.notEqual((await phone.status({ timeoutMs })).phone, 'not-running');
    }).timeout(2 * timeoutMs);

    it('takes commands by its window', async () => {
      for (const command of [() => phone.minimize(), () => phone.mute('microphone'), () => phone.hangup()]) {
        assert.equal((await command()).channel, 'window-message');
      }
    }).timeout(3 * timeoutMs);

    it('keeps its settings where the kit reads them', async () => {
      assert.equal(await phone.settings.get('version', 'Global'), phone.installation.version);
    });

    it('ends when it is told to', async () => {
      await phone.exit();
      assert.equal((await phone.status({ timeoutMs })).phone, 'not-running');
    }).timeout(2 * timeoutMs);
  });
}
