import assert from 'node:assert/strict';

/**
 * Readers of literals, each written after its language's documentation and for this test alone: where the recipes'
 * writers are wrong, these should not be wrong in the same way.
 */

/** A C# regular string literal (C# language specification, 6.4.5.6 and 6.4.3): it ends at the first bare `"`. */
export function readCsharpString(literal: string): string {
  assert.equal(literal[0], '"');
  const simple: Readonly<Record<string, string>> = {
    ...{ "'": "'", '"': '"', '\\': '\\', '0': '\0', a: '\u0007', b: '\b' },
    ...{ f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
  };
  let value = '';
  let position = 1;
  for (;;) {
    const character = literal[position++] ?? assert.fail('the literal does not end');
    if (character === '"') break;
    if (character !== '\\') {
      value += character;
      continue;
    }
    const escape = literal[position++] ?? '';
    const digits = { u: 4, U: 8 }[escape];
    if (digits === undefined) {
      value += simple[escape] ?? assert.fail(`\\${escape} is no escape of C#`);
    } else {
      const hex = literal.slice(position, position + digits);
      assert.match(hex, new RegExp(`^[0-9A-Fa-f]{${digits}}$`, 'u'));
      value +=
        digits === 4 ? String.fromCharCode(parseInt(hex, 16)) : String.fromCodePoint(parseInt(hex, 16));
      position += digits;
    }
  }
  assert.equal(position, literal.length, 'nothing stands behind the literal');
  return value;
}

/**
 * A sum of single-quoted strings and `[char]` casts in PowerShell (about_Quoting_Rules, about_Operators): in single
 * quotation marks only the mark itself, doubled, is special, and any of four typographic ones counts as it.
 */
export function readPowershellExpression(expression: string): string {
  const inner = /^\((.*)\)$/su.exec(expression)?.[1] ?? expression;
  const quote = /['\u2018\u2019\u201A\u201B]/u;
  let value = '';
  let position = 0;
  for (let first = true; first || position < inner.length; first = false) {
    if (!first) {
      assert.equal(inner.slice(position, position + 3), ' + ');
      position += 3;
    }
    const cast = /^\[char\]0x([0-9A-Fa-f]{4})(?![0-9A-Fa-f])/u.exec(inner.slice(position));
    if (cast?.[1] !== undefined) {
      // A sum that begins with a character is one of numbers.
      assert.ok(!first);
      value += String.fromCharCode(parseInt(cast[1], 16));
      position += cast[0].length;
      continue;
    }
    assert.match(inner[position++] ?? '', quote);
    for (;;) {
      const character = inner[position++] ?? assert.fail('the string does not end');
      if (!quote.test(character)) value += character;
      else if (quote.test(inner[position] ?? '')) value += inner[position++] ?? '';
      else break;
    }
  }
  if (inner === expression) assert.ok(!expression.includes(' + [char]'), 'a sum stands in parentheses');
  return value;
}

/** Double-quoted strings and `Chr()` side by side in AutoHotkey v2 (Escape Sequences; Concatenation). */
export function readAutohotkeyExpression(expression: string): string {
  const escapes: Readonly<Record<string, string>> = {
    ...{ '`': '`', '"': '"', "'": "'", ';': ';', ':': ':', '{': '{' },
    ...{ n: '\n', r: '\r', b: '\b', t: '\t', s: ' ', v: '\v', a: '\u0007', f: '\f' },
  };
  let value = '';
  let position = 0;
  for (let first = true; first || position < expression.length; first = false) {
    if (!first) assert.equal(expression[position++], ' ');
    const call = /^Chr\(0x([0-9A-F]{1,6})\)/u.exec(expression.slice(position));
    if (call?.[1] !== undefined) {
      value += String.fromCodePoint(parseInt(call[1], 16));
      position += call[0].length;
      continue;
    }
    assert.equal(expression[position++], '"');
    for (;;) {
      const character = expression[position++] ?? assert.fail('the string does not end');
      if (character === '"') break;
      const escaped = character === '`' ? (expression[position++] ?? '') : undefined;
      value +=
        escaped === undefined ? character : (escapes[escaped] ?? assert.fail(`\`${escaped} is no escape`));
    }
  }
  return value;
}

/**
 * What stands between quotation marks in a batch file, after the first phase in which cmd reads a line: `%%` is `%`, and
 * a name between two single ones would be a variable. The second phase leaves quoted text alone; the third would read
 * `!` and `^`, and is off.
 */
export function readBatchValue(value: string): string {
  assert.ok(!value.includes('"'));
  const percents = value.match(/%+/gu) ?? [];
  for (const run of percents) assert.equal(run.length % 2, 0, 'no percent sign stands alone');
  return value.replaceAll('%%', '%');
}
