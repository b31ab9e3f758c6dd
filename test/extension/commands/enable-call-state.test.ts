import assert from 'node:assert/strict';

import { until } from '../../support/sdk/until.ts';
import { acceptQuickPick } from '../../support/vscode/accept-quick-pick.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';

describe('enabling the call state', () => {
  let phone: EditorPhone;

  before(async () => {
    phone = await EditorPhone.start((ini) => ini.set('Settings', 'enableLog', '0'));
  });

  after(() => phone.remove());

  it('asks, and has the phone started again so that it writes its log', async () => {
    assert.equal((await phone.sdk.log.status()).enabled, false);
    await acceptQuickPick('microsip.enableCallState');
    const { enabled, running } = await until(async () => {
      const status = await phone.sdk.log.status();
      return status.written === true && status;
    }, 'its first line');
    assert.deepEqual({ enabled, running }, { enabled: true, running: true });
  });
});
