import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { PhoneAction } from '../../../sdk/src/action/phone-action.ts';
import { recipe } from '../../../sdk/src/recipes/make-recipe.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { standInPhone } from '../../support/windows/stand-in-phone.ts';
import { isWine } from '../handlers/shell-link.ts';

/** How Windows runs a recipe; cmd is given its file as its only word, and quotes nothing itself. */
const runners = [
  { language: 'node', file: process.execPath, words: [] },
  {
    language: 'cmd',
    file: path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'cmd.exe'),
    words: ['/d', '/c'],
  },
] as const;

for (const { language, file, words } of runners) {
  describe(`a recipe in ${language}, on Windows`, () => {
    it('starts a phone in any folder, with the number and nothing else', async () => {
      using directory = temporaryDirectory();
      // The cmd of Wine 8 finds no program in a folder of the other name.
      const folder = path.join(directory.path, language === 'cmd' ? 'Mi & SIP (x86)' : '100% & (x) ^ !');
      await using phone = standInPhone({ folder });
      const run = (action: PhoneAction): void => {
        const { fileName, text } = recipe(language, action, { executable: phone.executable });
        writeFileSync(path.join(directory.path, fileName), text);
        const { status } = spawnSync(file, [...words, fileName], { cwd: directory.path, stdio: 'ignore' });
        assert.equal(status, 0);
      };
      run({ type: 'dial', target: '4930123456' });
      assert.deepEqual(await phone.untilReceived(1), ['4930123456']);
      // Whether a phone runs is asked of tasklist, of which Wine has the name only.
      if (await isWine()) return;
      run({ type: 'transfer', target: '102' });
      run({ type: 'hangup', scope: 'all' });
      assert.deepEqual((await phone.untilReceived(4)).slice(1), [
        '/transfer:102',
        '/hangupincoming',
        '/hangupall',
      ]);
    });
  });
}
