import assert from 'node:assert/strict';

import { PreparedPhone } from './prepared-phone.ts';

/** Values that MicroSIP starts as they are meant (facts C.4), given the folder they lie in. */
const values: Readonly<Record<string, (directory: string) => string>> = {
  'a path without blanks': (directory) => `${directory}/plain/ev.exe end`,
  'a quoted path and a word': (directory) => `"${directory}/My Tools/ev.exe" end`,
  'quoted once more, as MicroSIP saves it': (directory) => `""${directory}/My Tools/ev.exe" end"`,
  'quoted twice': (directory) => `""${directory}/My Tools/ev.exe""`,
  'a name that Windows looks for': () => 'ev.exe end',
  'another program with a path as its argument': (directory) => `node.exe ${directory}/plain/hook.js`,
  'a script that PowerShell reads from a file': () => 'powershell.exe -NoProfile -File C:\\hooks\\ev.ps1',
  'as long as may be': (directory) => `${directory}/plain/ev.exe `.padEnd(255, 'x'),
  nothing: () => '',
  'nothing, in quotes': () => '""',
};

describe('a hook that works', () => {
  for (const [title, valueIn] of Object.entries(values)) {
    it(`is no finding: ${title}`, async () => {
      using phone = await PreparedPhone.create('simulator');
      phone.program('plain/ev.exe');
      phone.program('My Tools/ev.exe');
      phone.set('Settings', 'cmdCallEnd', valueIn(phone.directory));
      assert.deepEqual((await phone.diagnose()).findings, []);
    });
  }

  it('is named in any case under Wine', async () => {
    using phone = await PreparedPhone.create('wine');
    const file = phone.program('Plain/Ev.exe');
    phone.set(
      'Settings',
      'cmdCallEnd',
      `Z:${file.replaceAll('/', '\\').replace('Plain\\Ev', 'PLAIN\\EV')} end`,
    );
    assert.deepEqual((await phone.diagnose()).findings, []);
  });

  it('may have placeholders that are no secret', async () => {
    using phone = await PreparedPhone.create('simulator');
    phone.set('Settings', 'cmdOutgoingCall', `${phone.program('ev.exe')} {number} {time}`);
    assert.deepEqual((await phone.diagnose()).findings, []);
  });

  it('is that of the kit, for every event', async () => {
    using phone = await PreparedPhone.create('simulator');
    await phone.installHooks();
    assert.deepEqual((await phone.diagnose()).findings, []);
  });
});
