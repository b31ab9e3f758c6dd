import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hookKeys } from '../../../../sdk/src/catalogue/hook.ts';
import { hookPlaceholders } from '../../../../sdk/src/catalogue/hook-values.ts';
import { limits } from '../../../../sdk/src/catalogue/limits.ts';
import { hookValue } from '../../../../sdk/src/events/hooks/hook-value.ts';
import { hookCommand } from '../../../../sdk/src/phone-model/hook-command/hook-command.ts';
import { fillOutgoingPlaceholders } from '../../../../sdk/src/phone-model/hook-command/outgoing-placeholders.ts';
import { profileValue } from '../../../../sdk/src/settings/profile-value.ts';
import { splitWindowsArguments } from '../../../../sdk/src/simulator/hooks/windows-arguments.ts';

const plain = { node: 'C:\\node\\node.exe', script: 'C:\\hooks\\hook.cjs' };
const programs = [
  plain,
  {
    node: 'C:\\Program Files\\nodejs\\node.exe',
    script: 'C:\\Users\\Jane Doe\\AppData\\Local\\hooks\\hook.cjs',
  },
  { node: 'C:\\node\\node.exe', script: 'C:\\Users\\Jane  Doe\\three   blanks\\hook.cjs' },
  {
    node: 'C:\\Program Files\\nodejs\\node.exe',
    script: "C:\\Users\\O'Neill & Söhne (100%)\\^;,=\\hook.cjs",
  },
  { node: '/opt/my node/bin/node', script: '/srv/jane doe/hooks/hook.cjs' },
];

/** What the started program sees. */
function started(value: string, caller: string): { readonly file: string; readonly args: readonly string[] } {
  const command = hookCommand(value, caller);
  assert.ok(command);
  return { file: command.file, args: splitWindowsArguments(command.params) };
}

describe('hookValue', () => {
  for (const program of programs) {
    describe(`${program.node} with ${program.script}`, () => {
      it('starts this Node.js with this script, and the hook and the caller as one argument', () => {
        for (const hook of hookKeys) {
          assert.deepEqual(started(hookValue(program, hook), '101'), {
            file: program.node,
            args: [program.script, `${hook} 101`],
          });
        }
      });

      it('is the same after every load and save, raw (3.20.5) or in quotes (3.21.6 and later)', () => {
        const value = hookValue(program, 'cmdCallEnd');
        assert.equal(profileValue(value), value);
        assert.equal(profileValue(`"${value}"`), value);
      });

      it('gives every caller without quotes as it is, blanks included', () => {
        const text = fc.string({
          unit: fc.constantFrom('a', ' ', '\t', '\\', '&', '%', '^', '-', 'ü', '\n', '\u202e'),
        });
        fc.assert(
          fc.property(text, (caller) => {
            const { args } = started(hookValue(program, 'cmdCallRing'), caller);
            assert.deepEqual(args, [program.script, `cmdCallRing ${caller}`]);
          }),
        );
      });

      it('keeps the script and the hook in their places whatever the caller is', () => {
        const text = fc.string({ unit: fc.constantFrom('a', ' ', '"', '\\', '-', '=', '&') });
        fc.assert(
          fc.property(text, (caller) => {
            const { args, file } = started(hookValue(program, 'cmdCallEnd'), caller);
            assert.equal(file, program.node);
            assert.equal(args[0], program.script);
            assert.match(args[1] ?? '', /^cmdCallEnd /u);
          }),
          { numRuns: 1000 },
        );
      });
    });
  }

  it('has no placeholder for 3.21.6 and later to replace', () => {
    for (const { node, script } of programs) {
      const value = hookValue({ node, script }, 'cmdOutgoingCall');
      const filled = fillOutgoingPlaceholders('3.22.16', value, {
        server: 'S',
        extension: 'E',
        password: 'P',
        time: 0,
        user: 'U',
        domain: 'D',
        name: 'N',
      });
      assert.equal(filled, value);
    }
  });

  it('refuses a path in which MicroSIP would replace something', () => {
    for (const { token } of hookPlaceholders) {
      assert.throws(() => hookValue({ ...plain, script: `C:\\${token}\\hook.cjs` }, 'cmdOutgoingCall'), {
        code: 'UNSUPPORTED',
      });
    }
  });

  it('says so when it would be cut off, and not before', () => {
    const rest = hookValue({ ...plain, script: '' }, 'cmdCallEnd').length;
    const longest = 'x'.repeat(limits.hookValueCharacters.value - rest);
    assert.equal(hookValue({ ...plain, script: longest }, 'cmdCallEnd').length, 255);
    assert.throws(() => hookValue({ ...plain, script: `${longest}x` }, 'cmdCallEnd'), {
      code: 'UNSUPPORTED',
      message: /255 characters.*256/u,
    });
  });

  it('refuses paths that no value can name', () => {
    for (const script of ['/tmp/a"b/hook.cjs', '/tmp/a\nb/hook.cjs']) {
      assert.throws(() => hookValue({ ...plain, script }, 'cmdCallEnd'), { code: 'UNSUPPORTED' });
    }
  });
});
