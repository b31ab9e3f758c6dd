import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { runSystemProgram } from '../../../../sdk/src/installation/system/run-system-program.ts';
import { describeOnPosix } from '../../../support/mocha/platform-tests.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { until } from '../../../support/sdk/until.ts';

const never = new AbortController().signal;

describeOnPosix('a program of the system', () => {
  it('tells what it printed, and how it ended', async () => {
    const output = await runSystemProgram('/bin/sh', ['-c', 'printf "%s" "$LC_ALL"; exit 3'], never);
    assert.deepEqual([output?.exitCode, Buffer.from(output?.stdout ?? []).toString()], [3, 'C']);
  });

  it('tells nothing where it is not there, or did not end by itself', async () => {
    assert.equal(await runSystemProgram('/nowhere/ps', [], never), undefined);
    assert.equal(await runSystemProgram('/bin/sh', ['-c', 'kill -KILL $$'], never), undefined);
  });

  it('is not waited for any more when nobody wants to know, even if another has its output open', async () => {
    using directory = temporaryDirectory();
    const note = path.join(directory.path, 'note');
    const caller = new AbortController();
    const script = `sleep 300 & printf '%s\\n' "$!" > '${note}'; wait`;
    const told = runSystemProgram('/bin/sh', ['-c', script], caller.signal);
    const written = (): string => (existsSync(note) ? readFileSync(note, 'utf8') : '');
    await until(() => written().endsWith('\n'), 'the program to start another');
    caller.abort(new Error('nobody asks'));
    try {
      await assert.rejects(told, { message: 'nobody asks' });
    } finally {
      process.kill(Number(written()), 'SIGKILL');
    }
  });
});
