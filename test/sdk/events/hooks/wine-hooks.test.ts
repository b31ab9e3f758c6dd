import assert from 'node:assert/strict';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { HookControl } from '../../../../sdk/src/events/hooks/hook-control.ts';
import type { Installation } from '../../../../sdk/src/installation/installation.ts';
import type { UserEnvironment } from '../../../../sdk/src/installation/system/user-directories.ts';
import { encodeIni } from '../../../../sdk/src/settings/ini-encoding.ts';
import { SettingsFile } from '../../../../sdk/src/settings/settings-file.ts';
import { itOnLinux } from '../../../support/mocha/platform-tests.ts';
import { winePhone } from '../../../support/sdk/found-phones.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { makeFile, makePrefix, makeProgram } from '../../../support/sdk/wine-tree.ts';

/** A phone under Wine that does not run. */
class Phone implements Disposable {
  readonly #directory = temporaryDirectory();
  readonly prefix = path.join(this.#directory.path, 'prefix');
  readonly node = makeProgram(path.join(this.#directory.path, 'My Node', 'node'));
  readonly installation: Installation;
  readonly hooks: HookControl;
  readonly #settings: SettingsFile;

  constructor(hooks: Readonly<Record<string, string>> = {}, launchFile = 'wine') {
    makePrefix(this.prefix);
    const program = makeFile(path.join(this.#directory.path, 'phone', 'microsip.exe'));
    const ini = path.join(path.dirname(program), 'microsip.ini');
    const lines = Object.entries(hooks).map(([hook, value]) => `${hook}=${value}\r\n`);
    writeFileSync(ini, encodeIni({ encoding: 'utf-16le', text: `[Settings]\r\n${lines.join('')}` }));
    const found = winePhone(program, this.prefix);
    this.installation = { ...found, launch: { ...found.launch, file: launchFile } };
    this.#settings = new SettingsFile(ini, {
      presence: () => Promise.resolve('not-running'),
      untilIdle: () => Promise.resolve(),
      exit: () => Promise.resolve(),
      start: () => Promise.resolve(),
    });
    const home = path.join(this.#directory.path, 'home');
    mkdirSync(home);
    const user: UserEnvironment = { platform: 'linux', env: {}, home };
    this.hooks = new HookControl(this.installation, this.#settings, user);
  }

  [Symbol.dispose](): void {
    this.#directory[Symbol.dispose]();
  }
}

describe('the hooks of a phone under Wine', () => {
  itOnLinux('start Node.js by a drive of the prefix, with the script by its name in Linux', async () => {
    using phone = new Phone();
    const { hooks } = await phone.hooks.install({ node: phone.node });
    const node = `Z:${phone.node.replaceAll('/', '\\')}`;
    assert.equal(
      hooks.find(({ hook }) => hook === 'cmdCallEnd')?.after,
      `"${node}" \\"${phone.hooks.folder}/hook.cjs\\" \\"cmdCallEnd`,
    );
    assert.equal((await phone.hooks.status()).installed, true);
    rmSync(phone.node);
    const { hooks: dangling } = await phone.hooks.status();
    assert.ok(dangling.every(({ remark, state }) => state === 'dangling' && remark?.includes(node)));
  });

  itOnLinux('leave a command of the user, which is one of Windows, as it is', async () => {
    using phone = new Phone({ cmdCallEnd: 'C:\\Tools\\ev.exe end' });
    const { hooks } = await phone.hooks.install({ node: phone.node });
    const end = hooks.find(({ hook }) => hook === 'cmdCallEnd');
    assert.equal(end?.outcome, 'left');
    assert.match(end.remark ?? '', /program of Windows.*outside of Wine/u);
    assert.equal(hooks.find(({ hook }) => hook === 'cmdCallRing')?.outcome, 'installed');
  });

  itOnLinux('are refused where no drive shows Node.js, and it is said what to do', async () => {
    using phone = new Phone();
    rmSync(path.join(phone.prefix, 'dosdevices', 'z:'));
    await assert.rejects(phone.hooks.install({ node: phone.node }), {
      code: 'UNSUPPORTED',
      message: /winecfg/u,
    });
    symlinkSync(path.dirname(phone.node), path.join(phone.prefix, 'dosdevices', 'n:'));
    const [first] = await phone.hooks.planInstall({ node: phone.node });
    assert.match(first?.after ?? '', /^N:\\node /u);
  });

  itOnLinux('are refused within the sandbox of a Flatpak', async () => {
    using phone = new Phone({}, 'flatpak');
    await assert.rejects(phone.hooks.install({ node: phone.node }), {
      code: 'UNSUPPORTED',
      message: /sandbox.*microsip log enable/u,
    });
  });
});
