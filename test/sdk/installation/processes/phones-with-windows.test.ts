import assert from 'node:assert/strict';

import { phonesWithWindows } from '../../../../sdk/src/installation/processes/phones-with-windows.ts';
import { PhonesInMemory } from '../../../support/sdk/phones-in-memory.ts';

const executable = 'C:\\MicroSIP\\microsip.exe';

describe('the processes of phones, seen by their windows', () => {
  it('are those of one program, the oldest first', () => {
    const phones = new PhonesInMemory();
    const older = phones.start(executable).window;
    phones.start('D:\\Other\\microsip.exe');
    const newer = phones.start('c:/microsip/MicroSIP.exe').window;
    assert.deepEqual(
      phonesWithWindows(phones, executable),
      [older, newer].map(({ processId, startedAt, executable: its }) => ({
        processId,
        startedAt,
        executable: its,
        accessible: true,
      })),
    );
  });

  it('are none when the phone ended', () => {
    const phones = new PhonesInMemory();
    phones.start(executable).exit();
    assert.deepEqual(phonesWithWindows(phones, executable), []);
  });

  it('count when Windows does not let this user look into them', () => {
    const phones = new PhonesInMemory();
    const { processId } = phones.start(undefined, { accessible: false, startedAt: undefined }).window;
    assert.deepEqual(phonesWithWindows(phones, executable), [{ processId, accessible: false }]);
  });
});
