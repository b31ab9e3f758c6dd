import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';
import { SettingsFile } from '../../../sdk/src/settings/settings-file.ts';
import { describeOnPosix } from '../../support/mocha/platform-tests.ts';
import { closedPhone } from '../../support/sdk/phone-that.ts';
import { programPath } from '../../support/sdk/program.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';

const withMode = (mode: string): Buffer =>
  Buffer.from(
    encodeIni({
      encoding: 'utf-16le',
      text: `[Settings]\r\nsingleMode=${mode}\r\n[Account1]\r\npassword=x\r\n`,
    }),
  );

/** Whether a process that was killed at every step of a change, one step a time, left the settings whole. */
describeOnPosix('a change of settings whose process is killed', function () {
  for (const [act, before, after] of [
    ['change', withMode('old'), withMode('new')],
    ['undo', withMode('old'), withMode('first')],
  ] as const) {
    it(`leaves the old or the new file at every step of ${act}, and a backup`, async function () {
      this.timeout(300_000);
      const seen = { old: 0, new: 0 };
      let step = 1;
      for (; ; step++) {
        using directory = temporaryDirectory();
        const file = path.join(directory.path, 'microsip.ini');
        const settings = new SettingsFile(file, closedPhone);
        writeFileSync(file, withMode('first'));
        await settings.change((ini) => ini.set('Settings', 'singleMode', 'old'));

        const child = spawnSync(process.execPath, [
          programPath('killed-while-changing'),
          file,
          act,
          String(step),
        ]);
        const left = readFileSync(file);
        const backups = await settings.backups();
        const kept = backups.map((backup) => readFileSync(backup.path));
        const isOld = left.equals(before);
        assert.ok(isOld || left.equals(after), `step ${step} left ${left.toString('utf16le')}`);
        assert.ok(
          kept.every((copy) => [withMode('first'), before].some((whole) => copy.equals(whole))),
          `step ${step} left half a backup`,
        );
        assert.ok(kept.length > 0);
        assert.ok(isOld || kept.at(-1)?.equals(before), `step ${step} left no backup of what it replaced`);
        seen[isOld ? 'old' : 'new']++;

        for (const folder of [directory.path, `${settings.path}.backups`]) makeOld(folder);
        await settings.change((ini) => ini.set('Settings', 'singleMode', 'next'));
        assert.deepEqual(readFileSync(file), withMode('next'));
        assert.deepEqual(readdirSync(directory.path).sort(), ['microsip.ini', 'microsip.ini.backups']);
        assert.ok(readdirSync(`${file}.backups`).every((name) => name.endsWith('.ini')));

        if (child.signal === null) {
          assert.equal(child.status, 0, child.stderr.toString());
          assert.equal(step, Number(child.stdout.toString()) + 1);
          break;
        }
      }
      assert.ok(step > 20, `only ${step} steps`);
      assert.ok(seen.old > 10 && seen.new > 3, JSON.stringify(seen));
    });
  }
});

/** As if the killed process had been here long ago. */
function makeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.tmp') || name.endsWith('.lock')) utimesSync(path.join(folder, name), 0, 0);
  }
}
