import assert from 'node:assert/strict';

import { parseTasklist } from '../../../../sdk/src/installation/processes/tasklist.ts';

/** Text as a console of a code page writes it, in which each character is one byte. */
function printed(...lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1');
}

describe('the list of tasklist.exe', () => {
  it('names programs and numbers, here in English', () => {
    const output = printed(
      '"microsip.exe","4242","Console","1","35,104 K"',
      '"microsip.exe","12345","RDP-Tcp#3","2","9,888 K"',
    );
    assert.deepEqual(parseTasklist(output), [
      { imageName: 'microsip.exe', processId: 4242, session: 1 },
      { imageName: 'microsip.exe', processId: 12345, session: 2 },
    ]);
  });

  it('is the same in other languages, whose numbers and code pages are not', () => {
    // German, French with the no-break space of code page 850, and Russian with a session name in code page 866.
    const output = printed(
      '"microsip.exe","4242","Console","1","35.104 K"',
      '"microsip.exe","4243","Console","1","35\u00ff104 Ko"',
      '"microsip.exe","4244","\u008a\u00ae\u00ad\u00e1\u00ae\u00ab\u00ec","1","35\u00ff104 \u008a\u0081"',
    );
    assert.deepEqual(
      parseTasklist(output).map(({ processId }) => processId),
      [4242, 4243, 4244],
    );
  });

  for (const sentence of [
    'INFO: No tasks are running which match the specified criteria.',
    'INFORMATION: Es werden keine Aufgaben mit den angegebenen Kriterien ausgef\u0081hrt.',
    'Informations\u00a0: aucune t\u0083che en service ne correspond aux crit\u008ares sp\u0082cifi\u0082s.',
    '',
  ]) {
    it(`is empty when it says so: ${JSON.stringify(sentence)}`, () => {
      assert.deepEqual(parseTasklist(printed(sentence)), []);
    });
  }

  it('is read in UTF-8 as well, which newer consoles can be set to', () => {
    const output = Buffer.from('"télé "" x.exe","77","Console","1","1 K"\r\n', 'utf8');
    assert.deepEqual(
      parseTasklist(output).map(({ processId }) => processId),
      [77],
    );
  });

  it('has commas and quotes in names', () => {
    assert.deepEqual(parseTasklist(printed('"a, ""b"".exe","1","Services","0","8 K"')), [
      { imageName: 'a, "b".exe', processId: 1, session: 0 },
    ]);
  });

  it('may break off anywhere', () => {
    const whole = printed('"microsip.exe","4242","Console","1","35,104 K"');
    for (let length = 0; length < whole.length; length++) {
      for (const { processId } of parseTasklist(whole.subarray(0, length))) assert.equal(processId, 4242);
    }
  });
});
