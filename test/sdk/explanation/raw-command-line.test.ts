import assert from 'node:assert/strict';
import { rawCommandLine } from '../../../sdk/src/explanation/raw-command-line.ts';

describe('rawCommandLine', () => {
  const cases: readonly (readonly [words: readonly string[], tail: string, program?: string])[] = [
    [[], ''],
    [['-hangup'], '-hangup'],
    [['call', '101'], 'call 101'],
    [['microsip.exe', '-hangup'], '-hangup', 'microsip.exe'],
    [['microsip', '/exit'], '/exit', 'microsip'],
    [['microsip.exe -hangup'], '-hangup', 'microsip.exe'],
    [
      ['"C:\\Program Files\\MicroSIP\\microsip.exe" /answer'],
      '/answer',
      'C:\\Program Files\\MicroSIP\\microsip.exe',
    ],
    [
      ['C:\\Program Files\\MicroSIP\\MicroSIP.exe', '101'],
      '101',
      'C:\\Program Files\\MicroSIP\\MicroSIP.exe',
    ],
    [['/mnt/c/MicroSIP/microsip.exe', '101'], '101', '/mnt/c/MicroSIP/microsip.exe'],
    [
      [String.raw`C:\Program Files\MicroSIP\microsip.exe /mute`],
      '/mute',
      String.raw`C:\Program Files\MicroSIP\microsip.exe`,
    ],
    [['microsip.exe'], '', 'microsip.exe'],
    [['sip:microsip@example.org'], 'sip:microsip@example.org'],
    [['microsips'], 'microsips'],
    [['  /exit'], '/exit'],
    [['/exit '], '/exit '],
    [['"/exit"'], '"/exit"'],
  ];
  for (const [words, tail, program] of cases) {
    it(`takes ${JSON.stringify(words)} for ${JSON.stringify(tail)}`, () => {
      assert.deepEqual(rawCommandLine(words), { tail, ...(program !== undefined && { program }) });
    });
  }
});
