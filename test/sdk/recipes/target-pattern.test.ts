import assert from 'node:assert/strict';

import fc from 'fast-check';

import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { explainCommandLine } from '../../../sdk/src/explanation/explain-command-line.ts';
import { recipe } from '../../../sdk/src/recipes/make-recipe.ts';
import { targetPatterns } from '../../../sdk/src/recipes/target-pattern.ts';
import { parseTarget } from '../../../sdk/src/target/parse-target.ts';
import { TargetRefusedError } from '../../../sdk/src/target/target-refused-error.ts';

const patterns = Object.values(targetPatterns).map((pattern) => new RegExp(`^(?:${pattern})$`, 'u'));

/** Words and signs that MicroSIP looks for, and some it does not. */
const pieces = fc.constantFrom(
  ...[
    '/',
    '//',
    '/hangupall',
    '/account:2',
    '/password:x',
    'msip:',
    'MSIP:',
    'tel:',
    'sip:',
    'sips:',
    'callto:',
  ],
  ...[
    ' ',
    '%20',
    '%2B',
    '%2F',
    '\t',
    '\n',
    '"',
    '<',
    '>',
    '@',
    '@pbx.test',
    '?',
    ';',
    ',',
    '+',
    '-',
    '*',
    '#',
  ],
  ...['101', '4930', 'bob', 'example.com', ':5060', '\u00AD', '\u0661', 'ü', ';transport=tls', '[::1]'],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 7 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
/** What the patterns let through, made of the alphabet of each. */
const likely = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('+0123456789*#,')), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...Array.from('abZ_09.-,5')), minLength: 1, maxLength: 12 }),
  fc
    .tuple(
      fc.constantFrom('sip:', 'sip:sip:+', 'sip:sip:'),
      fc.string({ unit: fc.constantFrom(...Array.from("ab09_.!~*'()&=$%+-")), maxLength: 6 }),
      fc.constantFrom('@h', '@example.com', '@192.168.1.5', '@h:5060', '@h;user=phone', '@h;a=%2520', '@h,5'),
    )
    .map((parts) => parts.join('')),
);

const lettingThrough = (text: string): boolean => patterns.some((pattern) => pattern.test(text));

describe('the check of a snippet', () => {
  it('lets nothing through that any version of MicroSIP takes for a command or a message', () => {
    let passed = 0;
    fc.assert(
      fc.property(fc.oneof(texts, likely), fc.constantFrom(...verifiedVersions), (text, version) => {
        if (!lettingThrough(text)) return;
        passed++;
        const { outcome } = explainCommandLine(text, { version });
        assert.ok(outcome === 'call' || outcome === 'error', `${text} is a ${outcome} in ${version}`);
        const transfer = explainCommandLine(`/transfer:${text}`, { version, assumptions: { inCall: true } });
        const done = transfer.effects.map((effect) => effect.do);
        assert.ok(
          done.every((what) => what.startsWith('transfer')),
          `${text}: ${done.join()}`,
        );
      }),
      { numRuns: 6000 },
    );
    assert.ok(passed > 500, `only ${passed} of them got through`);
  });

  it('lets through what the kit itself sends for it, or there is no recipe', () => {
    let made = 0;
    fc.assert(
      fc.property(fc.oneof(texts, likely), (text) => {
        let target;
        try {
          target = parseTarget(text);
        } catch (error) {
          assert.ok(error instanceof TargetRefusedError);
          assert.throws(() => recipe('python', { type: 'dial', target: text }), TargetRefusedError);
          return;
        }
        if (lettingThrough(target.commandLine)) {
          const { text: program } = recipe('python', { type: 'dial', target: text });
          assert.ok(program.includes(`TARGET = ${JSON.stringify(target.commandLine)}`), target.commandLine);
          made++;
        } else {
          assert.throws(() => recipe('python', { type: 'dial', target: text }), { code: 'INVALID_ARGUMENT' });
        }
      }),
      { numRuns: 4000 },
    );
    assert.ok(made > 300, `only ${made} recipes`);
  });

  it('takes everyday targets of each kind', () => {
    const everyday = [
      '+1 (415) 555-2671',
      '*21*5#',
      '101,,5',
      'bob.smith',
      'bob@example.com',
      '+49@pbx.test',
    ];
    for (const target of [...everyday, "o'neil@h.de:5070;user=phone"]) {
      assert.doesNotThrow(() => recipe('node', { type: 'dial', target }), target);
    }
  });

  it('refuses a text of any length at once', () => {
    for (const pattern of patterns) {
      const long = `sip:${'a'.repeat(100_000)}`;
      assert.equal(pattern.test(long), false);
    }
  });
});
