import assert from 'node:assert/strict';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { modulesLoadedBy, type LoadedModules } from '../support/sdk/loaded-modules.ts';
import { simulatedPhone } from '../support/sdk/simulated-phone.ts';

/*
 * Speed at the start is what is not loaded. These tests look at real processes of what was built, not at a clock; the
 * times are in `npm run bench`.
 */

const sdk = path.join(import.meta.dirname, '../../sdk');

/** Prose, which only those who ask for it load. */
const prose = /^src\/catalogue\/(?:folklore|topics|settings|surprises|reference|catalogue-schema)/u;

/** Node's own modules that take milliseconds and that few need; `sqlite` warns on some versions, too. */
const slow = ['crypto', 'sqlite', 'worker_threads', 'readline', 'http', 'fs/promises'];

function assertLight(
  { files, modules, builtins }: LoadedModules,
  { needed, rooms, packages, slowBuiltins = [], mostFiles }: Expectation,
): void {
  assert.ok(modules.has(needed), `${needed} is loaded`);
  const foreign = [...modules].filter(
    (module) =>
      prose.test(module) ||
      !(packages.includes(module) || module.startsWith('bin/') || rooms.some((room) => room.test(module))),
  );
  assert.deepEqual(foreign, []);
  assert.deepEqual(
    slow.filter((name) => builtins.has(name)),
    slowBuiltins,
  );
  assert.ok(files.length <= mostFiles, `${files.length} files are loaded:\n${files.join('\n')}`);
}

interface Expectation {
  /** A module that cannot be missing: the list is one of the real thing. */
  readonly needed: string;
  readonly rooms: readonly RegExp[];
  readonly packages: readonly string[];
  readonly slowBuiltins?: readonly string[];
  readonly mostFiles: number;
}

describe('at its start', () => {
  it("import 'microsip-sdk' loads no package, no simulator and no prose", async () => {
    const entry = pathToFileURL(path.join(sdk, 'dist/index.js')).href;
    const loaded = await modulesLoadedBy('--input-type=module', '--eval', `import ${JSON.stringify(entry)}`);
    assertLight(loaded, {
      needed: 'src/microsip.ts',
      rooms: [
        /^src\/[a-z-]+\.ts$/u,
        /^src\/(?:action|catalogue|channel|events|installation|microsip|target)\//u,
        // The faces of what a phone consists of; what they do is loaded when it is done.
        /^src\/(?:contacts\/contact-(?:book|search)|history\/(?:call-history|history-query))\.ts$/u,
        /^src\/settings\/(?:ini-document|ini-line|profile-value|settings-file|transaction\/same-bytes)\.ts$/u,
      ],
      packages: [],
      mostFiles: 15,
    });
  });

  it('microsip dial --dry-run loads what plans a call, and nothing that makes one', async () => {
    const phone = ['--backend', 'windows', '--exe', 'C:\\Tools\\microsip.exe'];
    const loaded = await modulesLoadedBy(
      'bin/microsip.js',
      'dial',
      '+1 (415) 555-2671',
      '--dry-run',
      ...phone,
    );
    assertLight(loaded, {
      needed: 'src/target/parse-target.ts',
      rooms: [
        /^src\/[a-z-]+\.ts$/u,
        /^src\/(?:action|catalogue|cli|installation|target)\//u,
        /^src\/channel\/(?:launch-plan|windows-quoting)\.ts$/u,
        // Their names stand in the help.
        /^src\/recipes\/recipe-languages\.ts$/u,
      ],
      packages: ['commander', ...(process.platform === 'win32' ? ['koffi'] : [])],
      // Windows' own functions, where they can be called, come in files of their own.
      mostFiles: process.platform === 'win32' ? 24 : 8,
    });
    assert.ok(!loaded.modules.has('src/microsip.ts'));
  });

  it('a second start of the simulator loads what hands its command line over, and no phone', async () => {
    await using simulated = await simulatedPhone();
    await simulated.phone.start();
    const loaded = await modulesLoadedBy(
      'dist/simulator/program.js',
      ...['--data-dir', simulated.dataDirectory, '--microsip-version', '3.22.16', '--', '101'],
    );
    assert.equal((await simulated.simulator.status()).calls.length, 1, 'the command line was handed over');

    assertLight(loaded, {
      needed: 'src/simulator/control/control-connection.ts',
      rooms: [
        /^src\/(?:microsip|system)-error\.ts$/u,
        /^src\/(?:catalogue|settings)\//u,
        /^src\/phone-model\/(?:command-line|number-format|pjsip|windows-text|sip-address)\//u,
        /^src\/simulator\/(?!simulator\.ts|phone-|start\/run-instance|(?:contacts|history|hooks|pjsip-log|script)\/)/u,
      ],
      packages: [],
      // The address of the instance is a hash.
      slowBuiltins: ['crypto'],
      mostFiles: 5,
    });
    assert.ok(!loaded.modules.has('src/phone-model/phone.ts'));
  });
});
