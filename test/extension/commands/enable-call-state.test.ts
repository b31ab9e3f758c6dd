import assert from 'node:assert/strict';

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
    const { enabled, running, written } = await phone.sdk.log.status();
    assert.deepEqual({ enabled, running, written }, { enabled: true, running: true, written: true });
  });
});
