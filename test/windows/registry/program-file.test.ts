import assert from 'node:assert/strict';
import path from 'node:path';

import { readProgramFile } from '../../../sdk/src/installation/program-file/read-program-file.ts';

describe('the file of a program of Windows', () => {
  it('tells the version of this very program', async () => {
    assert.deepEqual(await readProgramFile(process.execPath), {
      architecture: process.arch,
      version: process.versions.node,
      productName: 'Node.js',
    });
  });

  it('is one of a library, too', async () => {
    const library = path.join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'kernel32.dll');
    const file = await readProgramFile(library);
    assert.equal(file?.architecture, process.arch);
    assert.match(file.version ?? '', /^\d+\.\d+\.\d+(\.\d+)?$/u);
  });
});
