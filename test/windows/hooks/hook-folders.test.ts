import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { loadNativeWindows } from '../../../sdk/src/installation/windows-native/load-native-windows.ts';
import { MicroSip } from '../../../sdk/src/microsip.ts';
import { skipBecause } from '../../support/mocha/skip-because.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { until } from '../../support/sdk/until.ts';
import { given, hookedStandIn, told, type Folders } from './hooked-stand-in.ts';

describe('hooks in the folders of Windows users', function () {
  this.timeout(180_000);

  const places: readonly (readonly [what: string, folders: Folders])[] = [
    ['with blanks', { phone: 'Program Files (x86)\\Micro  SIP', localAppData: 'Users\\Jane Doe\\App  Data' }],
    ['with letters of the code page', { phone: 'Büro', localAppData: 'Users\\Zoë Müßig\\AppData\\Local' }],
    ['of a Russian user', { phone: 'Телефон', localAppData: 'Users\\Жанна Д’Арк\\AppData\\Local' }],
    ['of a Chinese user', { phone: '电话', localAppData: 'Users\\张伟\\AppData\\Local' }],
    [
      'moved into OneDrive',
      { phone: 'MicroSIP', localAppData: 'OneDrive - Contoso & Söhne, 100% Ltd\\Local' },
    ],
    [
      'with what shells take for signs',
      { phone: "a^b & c;d,e=f'g`h$i(j)", localAppData: '%PATH%\\!x!\\[y]' },
    ],
  ];

  for (const [what, folders] of places) {
    it(`${what} tell of a call from its beginning to its end`, async () => {
      await using hooked = await hookedStandIn(folders);
      const { microsip, phone, reader } = hooked;
      assert.equal((await microsip.hooks.status()).installed, true);

      using tracker = await microsip.track();
      const call = await phone.ring('<sip:101@pbx.test>');
      await until(() => tracker.status.calls.some(({ state }) => state === 'incoming'), 'the call to ring');
      await phone.farEnd('hang-up', call);
      await reader.untilEvents(3);
      await until(() => tracker.status.phone === 'idle', 'the phone to be idle');

      assert.deepEqual(told(reader.events), [
        ['cmdIncomingCall', '101'],
        ['cmdCallRing', '101'],
        ['cmdCallEnd', '101'],
      ]);
      assert.deepEqual(told(reader.events), given(phone));
    });
  }

  it('that are too deep for a hook are named by their short names', async function () {
    if (!(await hasShortNames())) skipBecause(this, 'this drive has no short names');
    const deep = 'deeper and deeper still\\'.repeat(6);
    const folders = { phone: 'phone', localAppData: `${deep}Local` };
    await using hooked = await hookedStandIn(folders, { only: ['cmdIncomingCall'] });
    const { microsip, phone, reader } = hooked;
    const { hooks } = await microsip.hooks.status();
    assert.match(hooks.find(({ hook }) => hook === 'cmdIncomingCall')?.value ?? '', /~/u);

    await phone.ring('<sip:102@pbx.test>');
    await reader.untilEvents(1);
    assert.deepEqual(told(reader.events), [['cmdIncomingCall', '102']]);
  });

  it('are the same by long and by short names', async function () {
    if (!(await hasShortNames())) skipBecause(this, 'this drive has no short names');
    await using hooked = await hookedStandIn({ phone: 'a folder with a long name', localAppData: 'user' });
    const native = await loadNativeWindows();
    const short = native?.shortPath(hooked.phone.executable);
    assert.match(short ?? '', /~/u);
    await using again = await MicroSip.connect({ executable: short });
    assert.equal(again.hooks.folder, hooked.microsip.hooks.folder);
    assert.equal((await again.hooks.status()).installed, true);
  });
});

/** Windows can be told to make none. */
async function hasShortNames(): Promise<boolean> {
  using directory = temporaryDirectory();
  const folder = path.join(directory.path, 'a folder with a long name');
  mkdirSync(folder);
  const short = (await loadNativeWindows())?.shortPath(folder);
  return path.basename(short ?? '').includes('~');
}
