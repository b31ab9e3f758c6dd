import assert from 'node:assert/strict';

import { LogWriter } from '../../../sdk/src/pjsip-log/log-writer.ts';

describe('the writer of log lines', () => {
  it('keeps each text within its line', () => {
    const written: string[] = [];
    const noon = new Date(2026, 9, 1, 12).getTime();
    const log = new LogWriter(
      () => noon,
      (text) => written.push(text),
    );
    log.line('sip', 'pjsua_call.c', 0, 'Making call to 1\r\n12:00:00.000 pjsua_call.c  forged\u001B[2J');
    assert.equal(written.length, 1);
    assert.match(written[0] ?? '', /^12:00:00\.000 [^\p{Cc}]* {2}12:00:00\.000[^\p{Cc}]*\r\n$/u);
  });
});
