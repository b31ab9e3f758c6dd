import assert from 'node:assert/strict';

import fc from 'fast-check';

import { planAction } from '../../../sdk/src/action/plan-action.ts';
import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { explainCommandLine } from '../../../sdk/src/explanation/explain-command-line.ts';
import { MicroSipError } from '../../../sdk/src/microsip-error.ts';
import { recipe } from '../../../sdk/src/recipes/make-recipe.ts';
import { recipeActions, recipeLanguages } from '../../../sdk/src/recipes/recipe-languages.ts';
import type { RecipeLanguage } from '../../../sdk/src/recipes/recipe.ts';
import { checkTarget } from '../../../sdk/src/target/parse-target.ts';
import { everyAction } from './every-action.ts';
import { readBatchValue } from './literal-readers.ts';

const programs = recipeLanguages.map(({ id }) => id).filter((id) => id !== 'html');

const dialled = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from('+0123456789*#,')), minLength: 1, maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...Array.from('abc_09.-')), minLength: 1, maxLength: 12 }),
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...Array.from("ab09_.!~*'()&=$%41+-")), maxLength: 8 }),
      fc.constantFrom('@h.de', '@h:5070'),
    )
    .map((parts) => parts.join('')),
);

describe('a recipe', () => {
  it('is there for every action in every language, but links only place calls', () => {
    assert.deepEqual(new Set(everyAction.map(({ type }) => type)), new Set(recipeActions));
    for (const { id, actions } of recipeLanguages) {
      for (const action of everyAction) {
        if (actions.includes(action.type)) assert.notEqual(recipe(id, action).text, '');
        else
          assert.throws(() => recipe(id, action), { code: 'UNSUPPORTED', message: /link can only place/u });
      }
    }
    assert.throws(() => recipe('cobol' as RecipeLanguage, { type: 'answer' }), { code: 'UNSUPPORTED' });
  });

  it('is ASCII, without a blank at the end of a line, wherever the program lies', () => {
    for (const language of programs) {
      const executable = language === 'cmd' ? 'C:\\100% & (x)\\m.exe' : 'C:\\Größe 😀\\m.exe';
      for (const action of everyAction) {
        const { text } = recipe(language, action, { executable });
        const lineEnd = language === 'cmd' ? '\r\n' : '\n';
        assert.match(text, /^[ -~\r\n]*$/u);
        assert.ok(text.endsWith(lineEnd));
        // With a blank behind it, MicroSIP would dial "/exit" (facts A.1).
        for (const line of text.split(lineEnd)) assert.doesNotMatch(line, /\s$/u);
      }
    }
  });

  it('asks of MicroSIP what the kit itself would, in every version, or is refused as the kit refuses', () => {
    for (const version of verifiedVersions) {
      for (const action of everyAction) {
        let lines: readonly string[];
        try {
          lines = planAction(action, { version }).commandLines;
        } catch (error) {
          assert.ok(error instanceof MicroSipError);
          for (const language of programs) {
            assert.throws(() => recipe(language, action, { version }), { code: error.code });
          }
          continue;
        }
        const { text } = recipe('cmd', action, { version });
        assert.deepEqual(directStarts(text), lines, `${version} ${JSON.stringify(action)}`);
        assert.ok(text.includes(`MicroSIP ${version}.`));
      }
    }
  });

  it('refuses paths and versions that are none, and says so without repeating them', () => {
    for (const executable of ['a"b', 'a\0b', 'a\nb', 'x'.repeat(260), '\uD800']) {
      for (const language of programs) {
        assert.throws(() => recipe(language, { type: 'answer' }, { executable }), {
          code: 'INVALID_ARGUMENT',
        });
      }
    }
    for (const version of ['', 'x', '3.22.16"', '3.22\n"""']) {
      assert.throws(() => recipe('python', { type: 'answer' }, { version }), { code: 'INVALID_ARGUMENT' });
    }
  });

  it('looks whether a phone runs where a start without one would do harm, and only there refuses', () => {
    for (const language of programs) {
      for (const action of everyAction) {
        const refuses = recipe(language, action).text.includes('MicroSIP does not run');
        assert.equal(refuses, planAction(action).needsRunningPhone, `${language} ${action.type}`);
      }
    }
  });
});

/** The command lines of a batch file's direct starts, as MicroSIP gets them: without one pair of quotation marks. */
function directStarts(text: string): readonly string[] {
  const [, running = '', idle = ''] =
    /\r\nif errorlevel 1 goto idle\r\n(.*)\r\n:idle\r\n(.*)/su.exec(text) ?? [];
  const tails = (part: string, start: RegExp): string[] =>
    part.split('\r\n').flatMap((line) => {
      const match = start.exec(line);
      return match === null ? [] : [match.groups?.['tail'] ?? ''];
    });
  const direct = tails(running, /^"%MICROSIP%"(?: (?<tail>.*))?$/u);
  const first = tails(idle, /^start "" "%MICROSIP%"(?: (?<tail>.*))?$/u);
  // The start that may become the phone says the same.
  if (first.length > 0) assert.deepEqual(first, direct);
  return direct.map((tail) => readBatchValue(/^"(.*)"$/u.exec(tail)?.[1] ?? tail));
}

describe('a batch file', () => {
  it('puts no quotation marks around what MicroSIP compares with all that it gets', () => {
    for (const action of everyAction) {
      const { text } = recipe('cmd', action);
      for (const line of planAction(action).commandLines) {
        if (line.startsWith('/')) assert.ok(text.includes(`"%MICROSIP%" ${line}\r\n`), line);
      }
    }
  });

  it('has a number dialled as it is, in quotation marks or without', () => {
    let made = 0;
    fc.assert(
      fc.property(dialled, fc.constantFrom(...verifiedVersions), (target, version) => {
        if (!checkTarget(target, { version }).ok) return;
        const { text } = recipe('cmd', { type: 'dial', target }, { version });
        made++;
        const [line = ''] = directStarts(text);
        const written = /\r\n"%MICROSIP%" (.*)\r\n/u.exec(text)?.[1] ?? '';
        // cmd reads signs outside of quotation marks, whatever they are for.
        if (!written.startsWith('"')) assert.match(written, /^[A-Za-z0-9/:+*#._@-]+$/u);
        const tail = written.replaceAll('%%', '%');
        const effects = explainCommandLine(line, { version }).effects;
        assert.deepEqual(explainCommandLine(tail, { version }).effects, effects);
      }),
      { numRuns: 1500 },
    );
    assert.ok(made > 150, `only ${made} batch files`);
  });

  it('cannot be made for a path that cmd could read otherwise', () => {
    for (const executable of ['C:\\Größe\\m.exe', 'C:\\😀\\m.exe']) {
      assert.throws(() => recipe('cmd', { type: 'answer' }, { executable }), {
        code: 'INVALID_ARGUMENT',
        message: /another language/u,
      });
    }
  });

  it('goes only to labels that it has, each of which is reached', () => {
    for (const action of everyAction) {
      const { text } = recipe('cmd', action);
      const labels = [...text.matchAll(/^:(\w+)\r$/gmu)].map(([, label]) => label);
      const wanted = [...text.replaceAll(/^rem .*$/gmu, '').matchAll(/(?:goto|call) :?(\w+)/gu)].map(
        ([, label]) => label,
      );
      assert.deepEqual(new Set(labels), new Set(wanted.filter((label) => label !== 'eof')));
      assert.equal(new Set(labels).size, labels.length);
    }
  });
});

describe('a link', () => {
  const hrefOf = (html: string): string =>
    /^<a href="([^"<>]*)">[^<>]*<\/a>\n$/u.exec(html)?.[1] ?? assert.fail(html);

  it('is dialled by every version as the number itself is, and unchanged by a browser', () => {
    let made = 0;
    fc.assert(
      fc.property(dialled, fc.constantFrom(...verifiedVersions), (target, version) => {
        const check = checkTarget(target, { version });
        if (!check.ok) return;
        const { commandLine } = check.target;
        if (commandLine.includes('#')) {
          assert.throws(() => recipe('html', { type: 'dial', target }, { version }), {
            code: 'INVALID_ARGUMENT',
          });
          return;
        }
        const href = hrefOf(recipe('html', { type: 'dial', target }, { version }).text)
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&');
        assert.equal(new URL(href).href, href);
        const effects = explainCommandLine(commandLine, { version }).effects;
        assert.deepEqual(explainCommandLine(href, { version }).effects, effects, href);
        made++;
      }),
      { numRuns: 3000 },
    );
    assert.ok(made > 300, `only ${made} links`);
  });

  it('names what it calls, and cannot carry what MicroSIP would not decode', () => {
    assert.equal(
      recipe('html', { type: 'dial', target: '+1 (415) 555-2671' }).text,
      '<a href="tel:+14155552671">Call +14155552671</a>\n',
    );
    assert.throws(() => recipe('html', { type: 'dial', target: '*21#' }), /%23/u);
  });
});

describe('a script for AutoHotkey', () => {
  it('has its brackets in pairs, and no function with the name of a variable', () => {
    for (const action of everyAction) {
      const { text } = recipe('autohotkey', action, { executable: 'C:\\a::b ; c' });
      const code = text
        .replaceAll(/"(?:`.|[^"`])*"|'(?:`.|[^'`])*'/gu, '""')
        .replaceAll(/(?:^|[ \t]);.*$/gmu, '');
      for (const [open = '', close = ''] of ['()', '[]', '{}']) {
        assert.equal(code.split(open).length, code.split(close).length, `${open}${close} in ${code}`);
      }
      const functions = [...code.matchAll(/^(\w+)\([\w, ]*\) \{$/gmu)].map(([, name]) => name?.toLowerCase());
      const variables = [...code.matchAll(/(\w+) :=/gu)].map(([, name]) => name?.toLowerCase());
      assert.equal(functions.length, 3);
      assert.deepEqual(
        functions.filter((name) => variables.includes(name)),
        [],
      );
    }
  });
});
