import assert from 'node:assert/strict';

import {
  parseProcessDetails,
  processDetailsScript,
} from '../../../../sdk/src/installation/processes/process-details.ts';

describe('the details of Windows processes', () => {
  it('are asked for by numbers only', () => {
    const script = processDetailsScript([4242, 77]);
    assert.match(script, /-Filter 'ProcessId=4242 or ProcessId=77'/u);
  });

  it('have path, start and access', () => {
    const output = Buffer.from(
      JSON.stringify([
        {
          ProcessId: 4242,
          ExecutablePath: 'C:\\Téléphonie\\microsip.exe',
          StartedAt: '2026-11-22T23:45:00.1234567Z',
        },
        { ProcessId: 77, ExecutablePath: null, StartedAt: null },
      ]),
    );
    assert.deepEqual(parseProcessDetails(output), [
      {
        processId: 4242,
        accessible: true,
        executable: 'C:\\Téléphonie\\microsip.exe',
        startedAt: Date.UTC(2026, 10, 22, 23, 45, 0, 123),
      },
      { processId: 77, accessible: false },
    ]);
  });

  it('are nothing when something else was printed', () => {
    for (const text of ['', 'Get-CimInstance : Access denied', '{}', '[{"ProcessId":"x"}]', '[1]']) {
      assert.equal(parseProcessDetails(Buffer.from(text)), undefined, text);
    }
    assert.deepEqual(parseProcessDetails(Buffer.from('[]\r\n')), []);
  });
});
