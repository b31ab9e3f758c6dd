import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { exitCodeOf } from '../../sdk/src/cli/exit-code.ts';
import { MicroSipError } from '../../sdk/src/microsip-error.ts';
import { errorCodes } from './error-codes.ts';

const root = path.join(import.meta.dirname, '../..');

describe('the page of errors', () => {
  const page = readFileSync(path.join(root, 'docs-site/docs/reference/errors.md'), 'utf8');

  it('has a section for every code, where the error itself says it is', () => {
    const codes = errorCodes();
    assert.ok(codes.length > 0);
    const missing = codes.filter((code) => {
      const [address = '', anchor = ''] = new MicroSipError(code, '').docsPath.split('#');
      assert.equal(address, '/reference/errors');
      return !page.includes(`## ${code} {#${anchor}}`) || !page.includes(`[\`${code}\`](#${anchor})`);
    });
    assert.deepEqual(missing, []);
  });

  it('says which exit code the command ends with', () => {
    for (const code of errorCodes()) {
      const row = page.split('\n').find((line) => line.startsWith(`| [\`${code}\`]`));
      assert.match(row ?? '', new RegExp(`\\| ${exitCodeOf(code)} +\\|$`, 'u'), code);
    }
  });
});
