import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { interopTrouble, isSwitchedOff } from '../../../../sdk/src/installation/wsl/interop.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';

describe('why WSL starts no Windows programs', () => {
  const inRoot = async (files: Readonly<Record<string, string>>): Promise<string | undefined> => {
    using directory = temporaryDirectory();
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(directory.path, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    return await interopTrouble(directory.path);
  };
  const rule = (state: string): string => `${state}\ninterpreter /init\nflags: PF\noffset 0\nmagic 4d5a\n`;
  const folder = 'proc/sys/fs/binfmt_misc';

  it('is nothing where its rule is in force, by either name', async () => {
    assert.equal(await inRoot({ [`${folder}/WSLInterop`]: rule('enabled') }), undefined);
    assert.equal(await inRoot({ [`${folder}/WSLInterop-late`]: rule('enabled') }), undefined);
  });

  it('is its configuration, its rule, or that the rule is gone, and what to do is said', async () => {
    const off = '[interop]\nenabled = false\n';
    assert.match((await inRoot({ 'etc/wsl.conf': off })) ?? '', /wsl\.conf.*wsl --shutdown/u);
    assert.match((await inRoot({ [`${folder}/WSLInterop`]: rule('disabled') })) ?? '', /write 1 to/u);
    assert.match((await inRoot({})) ?? '', /gone/u);
  });

  it('is read out of wsl.conf, where only its own section counts', () => {
    assert.equal(isSwitchedOff('[automount]\nenabled=false\n[interop]\nenabled=true\n'), false);
    assert.equal(isSwitchedOff('[interop]\nappendWindowsPath=false\n'), false);
    assert.equal(isSwitchedOff('# [interop]\n#enabled=false\n'), false);
    assert.equal(
      isSwitchedOff('[boot]\nsystemd=true\r\n\r\n[ Interop ]\r\nEnabled = "FALSE" # off\r\n'),
      true,
    );
    assert.equal(isSwitchedOff('[interop]\nenabled=false\nenabled=true\n'), false);
  });
});
