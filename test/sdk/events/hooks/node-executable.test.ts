import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { currentNode, findNode } from '../../../../sdk/src/events/hooks/node-executable.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';

const editor = { ...currentNode(), execPath: '/opt/editor/code', isElectron: true };
const programName = process.platform === 'win32' ? 'node.exe' : 'node';

describe('findNode', () => {
  it('takes the Node.js of this process', () => {
    assert.equal(findNode(undefined), process.execPath);
  });

  it('takes the one that is given', () => {
    assert.equal(findNode(process.execPath, editor), process.execPath);
  });

  it('refuses one that is given and is no program', () => {
    using directory = temporaryDirectory();
    for (const given of [directory.path, join(directory.path, 'gone'), '']) {
      assert.throws(() => findNode(given), { code: 'INVALID_ARGUMENT' });
    }
  });

  it('looks on the PATH in an editor, whose own program is none', () => {
    using directory = temporaryDirectory();
    const node = join(directory.path, programName);
    writeFileSync(node, '');
    chmodSync(node, 0o755);
    const PATH = ['', '.', '/nowhere', directory.path].join(delimiter);
    assert.equal(findNode(undefined, { ...editor, env: { PATH } }), node);
    assert.equal(findNode(undefined, { ...editor, env: { Path: PATH } }), node);
  });

  it('says what to do where there is none', () => {
    assert.throws(() => findNode(undefined, { ...editor, env: {} }), {
      code: 'NOT_INSTALLED',
      message: /install one.*option "node"/u,
    });
  });
});
