import assert from 'node:assert/strict';
import path from 'node:path';

import fc from 'fast-check';

import { quoteWindowsArgument } from '../../../sdk/src/channel/windows-quoting.ts';
import { MicroSip } from '../../../sdk/src/microsip.ts';
import { standInPhone } from '../../support/windows/stand-in-phone.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { launchingSender } from './launching-sender.ts';

/** What Windows lets a folder be called, and what command lines are broken by. */
const folderNames = [
  'My Tools',
  'Jürgen Größe',
  '100% & (x) ^ !',
  "it's; here, = there",
  '日本語 😀',
  ' a  b',
  `deep\\${'long name '.repeat(12)}x`,
];

/** A phone stops reading at a NUL; the rest is any text, with what quoting is about more often than by chance. */
const commandLines = fc
  .array(fc.constantFrom('"', '\\', '\\\\', ' ', '\t', 'ü', '😀', '%', '^', '&', '101', "'", '/', ':'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => `/dtmf:${parts.join('')}`);

describe('any text and any path, on Windows', () => {
  it('reaches a phone in any folder, by a start and by its window', async () => {
    using directory = temporaryDirectory();
    for (const name of folderNames) {
      await using phone = standInPhone({ folder: path.join(directory.path, name) });
      await using microsip = await MicroSip.connect({ backend: 'windows', executable: phone.executable });
      assert.equal((await microsip.dial('101')).started, true, name);
      assert.equal((await microsip.dial('sip:j%C3%BCrgen@pbx.test')).channel, 'window-message', name);
      const send = await launchingSender(phone);
      await send('/dtmf:1');
      assert.equal((await phone.untilReceived(3)).join(' '), '101 sip:j%C3%BCrgen@pbx.test /dtmf:1', name);
    }
  }).timeout(240_000);

  it('reaches it whatever its name is', async () => {
    for (const name of ['foo', 'Micro SIP ü', 'microsip.old', 'a&b']) {
      await using phone = standInPhone({ name });
      await using microsip = await MicroSip.connect({ backend: 'windows', executable: phone.executable });
      await microsip.dial('101');
      await microsip.dial('102');
      assert.deepEqual(await phone.untilReceived(2), ['101', '102'], name);
      assert.equal(microsip.settings.path, phone.settingsFile, name);
    }
  }).timeout(180_000);

  it("arrives as a dry run shows it: MicroSIP reads the quotes of Windows' rules too (facts A.1)", async () => {
    await using phone = standInPhone();
    await phone.start();
    const send = await launchingSender(phone);
    const texts = fc.sample(commandLines, { numRuns: 20, seed: 4 });
    for (const text of texts) await send(text);
    const received = await phone.untilReceived(texts.length);
    assert.deepEqual(received, texts.map(quoteWindowsArgument));
  }).timeout(240_000);

  it('arrives by the window, exactly', async () => {
    await using phone = standInPhone();
    await phone.start();
    await using microsip = await MicroSip.connect({ backend: 'windows', executable: phone.executable });
    const targets = ['sip:%C3%BC@pbx.test', '101,,1234#', '*97', '+49-30-1234'];
    const texts = [];
    for (const target of targets) texts.push(...(await microsip.dial(target)).commandLines);
    assert.deepEqual(await phone.untilReceived(texts.length), texts);
  });
});
