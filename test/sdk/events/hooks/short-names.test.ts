import assert from 'node:assert/strict';

import { hookValue } from '../../../../sdk/src/events/hooks/hook-value.ts';
import { shortenedToFit } from '../../../../sdk/src/events/hooks/installing/short-names.ts';
import { phoneIdIn } from '../../../../sdk/src/events/hooks/hook-folder.ts';

const deep = 'a folder of a deep tree\\'.repeat(7);
const ownFolder = 'microsip-devkit\\hooks\\1f0c2d3e4f5a6b7c\\hook.cjs';

describe('a hook program by short names', () => {
  const deepNode = `C:\\Tools\\${deep}node.exe`;
  const deepUser = `C:\\Users\\${deep}Local`;
  const node = 'C:\\Program Files\\nodejs\\node.exe';
  const script = `C:\\Users\\Jane Doe\\AppData\\Local\\${ownFolder}`;
  const shortNames: Readonly<Record<string, string>> = {
    [node]: 'C:\\PROGRA~1\\nodejs\\node.exe',
    [deepNode]: 'C:\\Tools\\AFOLDE~1\\node.exe',
    [deepUser]: 'C:\\Users\\AFOLDE~1\\Local',
  };
  const shortPath = (path: string): string | undefined => shortNames[path];

  it('is as it was where a hook can hold it', () => {
    assert.deepEqual(shortenedToFit({ node, script }, shortPath), { node, script });
  });

  it('has a short Node.js where that is enough', () => {
    const program = shortenedToFit({ node: deepNode, script }, shortPath);
    assert.deepEqual(program, { node: 'C:\\Tools\\AFOLDE~1\\node.exe', script });
  });

  it('has a short folder of the user as well, and stays known for that of the phone', () => {
    const script = `${deepUser}\\${ownFolder}`;
    const program = shortenedToFit({ node: deepNode, script }, shortPath);
    assert.equal(program.script, `C:\\Users\\AFOLDE~1\\Local\\${ownFolder}`);
    assert.equal(phoneIdIn(hookValue(program, 'cmdCallAnswerVideo')), '1f0c2d3e4f5a6b7c');
  });

  for (const [longer, program, remedy] of [
    ['Node.js', { node: deepNode.repeat(2), script }, /"node"/u],
    ["the user's folder", { node, script: `${deepUser}${deepUser}\\${ownFolder}` }, /LOCALAPPDATA/u],
  ] as const) {
    it(`is refused, with the remedy, where ${longer} has no short name that would help`, () => {
      assert.deepEqual(
        shortenedToFit(program, () => undefined),
        program,
      );
      assert.throws(() => hookValue(program, 'cmdCallEnd'), { code: 'UNSUPPORTED', message: remedy });
    });
  }
});
