import assert from 'node:assert/strict';

import { cli } from '../cli/run-cli.ts';
import { PreparedPhone } from './prepared-phone.ts';

describe('what a diagnosis says', () => {
  it('has no password in it', async () => {
    using phone = await PreparedPhone.create('simulator');
    phone.set('Account1', 'password', 'Geheim!1');
    phone.set('Account2', 'password', 'Geheim!2');
    phone.set('Settings', 'cmdOutgoingCall', `${phone.program('ev.exe')} {password}`);
    phone.set('Settings', 'usersDirectory', 'https://ada:Geheim!3@pbx.test/contacts');
    const words = ['doctor', '--backend', 'simulator', '--data-dir', phone.dataDirectory];
    for (const { stdout, stderr } of [await cli(...words), await cli(...words, '--json', '--verbose')]) {
      for (const code of ['password-readable', 'directory-shows-password']) assert.ok(stdout.includes(code));
      assert.doesNotMatch(stdout + stderr, /Geheim/u);
    }
  });

  it('shows text of the ini without obeying it', async () => {
    using phone = await PreparedPhone.create('simulator');
    phone.set('Settings', 'cmdCallEnd', '/nowhere/\u001b[2Jev\u202e.exe');
    const { stdout, code } = await cli('doctor', '--backend', 'simulator', '--data-dir', phone.dataDirectory);
    assert.equal(code, 1);
    assert.ok(stdout.includes(String.raw`/nowhere/\u{1b}[2Jev\u{202e}.exe`), stdout);
    assert.doesNotMatch(stdout, /\u202e/u);
    assert.ok(!stdout.includes('\u001b[2J'));
  });
});
