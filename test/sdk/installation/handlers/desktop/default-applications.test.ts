import assert from 'node:assert/strict';
import fc from 'fast-check';

import { schemeNames } from '../../../../../sdk/src/catalogue/scheme.ts';
import {
  namedIn,
  withDefault,
  withoutDefault,
} from '../../../../../sdk/src/installation/handlers/desktop/default-applications.ts';
import { KeyFile } from '../../../../../sdk/src/installation/handlers/desktop/key-file.ts';

const id = 'microsip-devkit-0.desktop';
const group = 'Default Applications';

const line = fc.oneof(
  fc.constantFrom(
    '',
    '# comment',
    ' [Default Applications] ',
    '[Added Associations]',
    '[Broken',
    '=',
    'text/html=a.desktop',
  ),
  fc
    .tuple(
      fc.constantFrom(...schemeNames),
      fc.array(fc.constantFrom('a.desktop', 'b.desktop', ''), { minLength: 1, maxLength: 3 }),
    )
    .filter(([, ids]) => ids.some((name) => name !== ''))
    .map(([scheme, ids]) => `x-scheme-handler/${scheme} = ${ids.join(';')}`),
  fc.string({ maxLength: 20 }).map((text) => text.replaceAll('\n', '')),
);

const list = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, isEnded]) => lines.join(end) + (isEnded && lines.length > 0 ? end : ''));

const someSchemes = fc.subarray([...schemeNames], { minLength: 1 });

describe('the list of default applications', () => {
  it('is byte for byte as it was, where nothing is changed', () => {
    fc.assert(
      fc.property(list, (text) => {
        assert.equal(new KeyFile(text).toString(), text);
        assert.equal(withoutDefault(text, schemeNames, id), text);
      }),
    );
  });

  it('has the desktop file first, and the earlier choices after it', () => {
    fc.assert(
      fc.property(list, someSchemes, (text, schemes) => {
        const before = new KeyFile(text);
        const after = new KeyFile(withDefault(text, schemes, id));
        for (const scheme of schemeNames) {
          const expected = namedIn(before, group, scheme);
          assert.deepEqual(
            namedIn(after, group, scheme),
            schemes.includes(scheme) ? [id, ...expected] : expected,
          );
        }
        assert.equal(withDefault(after.toString(), schemes, id), after.toString());
      }),
    );
  });

  it('keeps every line that is not about these schemes, in its place', () => {
    fc.assert(
      fc.property(list, someSchemes, (text, schemes) => {
        const others = (content: string): readonly string[] =>
          content
            .split(/\r?\n/u)
            .filter((other) => !schemes.some((scheme) => other.includes(`x-scheme-handler/${scheme}`)));
        const after = others(withDefault(text, schemes, id));
        const kept = others(text).filter((other) => other.trim() !== '');
        assert.deepEqual(after.filter((other) => other.trim() !== '').slice(0, kept.length), kept);
      }),
    );
  });

  it('names the same choices as before when the desktop file is gone again', () => {
    fc.assert(
      fc.property(list, someSchemes, (text, schemes) => {
        const before = new KeyFile(text);
        const after = new KeyFile(withoutDefault(withDefault(text, schemes, id), schemes, id));
        for (const scheme of schemeNames) {
          assert.deepEqual(namedIn(after, group, scheme), namedIn(before, group, scheme));
        }
      }),
    );
  });

  it('gets a line in the group there is, or a group of its own', () => {
    const added = `x-scheme-handler/tel=${id};\n`;
    assert.equal(withDefault('', ['tel'], id), `[${group}]\n${added}`);
    assert.equal(
      withDefault(`[${group}]\na=b\n\n[Other]\nc=d`, ['tel'], id),
      `[${group}]\na=b\n${added}\n[Other]\nc=d`,
    );
    assert.equal(withDefault('[Other]\nc=d', ['tel'], id), `[Other]\nc=d\n\n[${group}]\n${added}`);
  });
});
