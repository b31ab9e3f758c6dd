import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { PhoneAction } from '../../../sdk/src/action/phone-action.ts';
import { recipe } from '../../../sdk/src/recipes/make-recipe.ts';
import { skipBecause } from '../../support/mocha/skip-because.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { standInPhone } from '../../support/windows/stand-in-phone.ts';
import { DiscoveryBed } from '../discovery/discovery-bed.ts';
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

/** Runs a batch file that has to find MicroSIP itself. */
function dialByBatchFile(folder: string, environment: NodeJS.ProcessEnv): number | null {
  const [, { file, words }] = runners;
  const { fileName, text } = recipe('cmd', { type: 'dial', target: '101' });
  writeFileSync(path.join(folder, fileName), text);
  return spawnSync(file, [...words, fileName], { cwd: folder, env: environment, stdio: 'ignore' }).status;
}

describe('a batch file that looks for MicroSIP', () => {
  /** By it cmd finds itself; the bed has one of its own. */
  const { PATH, SystemRoot } = process.env;

  it('takes from the registry what stands there in quotation marks, whatever it is called', async () => {
    await using bed = await DiscoveryBed.open();
    await using phone = standInPhone({ folder: bed.path('Mi & SIP (x86)') });
    const appPaths = 'Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\microsip.exe';
    await bed.write({ root: 'HKCU', path: appPaths }, '', `"${phone.executable}"`);
    assert.equal(dialByBatchFile(bed.path(), { ...process.env, PATH }), 0);
    assert.deepEqual(await phone.untilReceived(1), ['101']);
  });

  it('starts nothing from the root of the drive, where everyone may put a program', async function () {
    await using bed = await DiscoveryBed.open();
    const planted = path.join(path.parse(bed.path()).root, 'MicroSIP');
    if (existsSync(planted)) return skipBecause(this, `${planted} is there`);
    try {
      await using phone = standInPhone({ folder: planted });
      assert.equal(dialByBatchFile(bed.path(), { SystemRoot, PATH }), 3);
      assert.deepEqual(phone.records(), []);
    } finally {
      rmSync(planted, { recursive: true, force: true, maxRetries: 10 });
    }
  });
});
