import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import MarkdownIt from 'markdown-it';

import { commands } from '../../sdk/src/catalogue/commands.ts';
import { explainCommandLine } from '../../sdk/src/explanation/index.ts';
import { readDocumentedExamples } from '../sdk/documentation/documented-example.ts';
import { providePowershellGrammar } from '../support/recipes/powershell-grammar.ts';
import { whatIsWrongWithIni, whatIsWrongWithJson } from './code-blocks/data-blocks.ts';
import { examples, pages, type Example } from './code-blocks/pages.ts';
import { isTestedRecipe } from './code-blocks/recipe-blocks.ts';
import { whatIsWrongWith } from './code-blocks/shell-commands.ts';
import { typeErrors } from './code-blocks/type-errors.ts';

type Check = (blocks: readonly Example[]) => readonly string[] | Promise<readonly string[]>;

/** What is wrong with blocks, language by language. A language that is missing here is checked by nobody. */
const checks: Readonly<Record<string, Check>> = {
  ts: typeErrors,
  bash: eachLine(whatIsWrongWith),
  powershell: whatIsWrongWithPowershell,
  ini: each(({ block }) => whatIsWrongWithIni(block.text)),
  json: each(({ block }) => whatIsWrongWithJson(block.text)),
  ...Object.fromEntries(
    ['python', 'batch', 'js', 'csharp', 'autohotkey', 'html'].map((language) => [
      language,
      each((example) => (isTestedRecipe(example) ? [] : ['no recipe that a test runs'])),
    ]),
  ),
  // What a program prints, files, syntax. What a command printed is held against what it prints, in printed-output.
  text: each(({ block: { attributes } }) =>
    attributes['title'] !== undefined && attributes['on'] === undefined
      ? ['says what a command prints, and not on which machine']
      : [],
  ),
};

describe('the blocks of code on the site', () => {
  it('are all seen by these tests', () => {
    const parser = new MarkdownIt({ html: true });
    for (const { blocks, file, markdown } of pages) {
      const seen = parser
        .parse(markdown.replace(/^---\n.*?\n---\n/su, ''), {})
        .filter(({ type }) => type === 'fence' || type === 'code_block')
        .map(({ content, info }) => ({ language: info.split(' ')[0], text: content }));
      assert.deepEqual(
        seen,
        blocks.map(({ language, text }) => ({ language, text })),
        file,
      );
    }
  });

  it('are in languages that a test checks, or say why nobody can run them', () => {
    const unchecked = examples(
      ({ attributes, language }) => !(language in checks) && (attributes['notRun'] ?? '').length < 10,
    );
    assert.deepEqual(
      unchecked.map(({ block, file }) => `${file}: ${block.language}`),
      [],
    );
  });

  for (const [language, check] of Object.entries(checks)) {
    it(`are right in ${language}`, async function () {
      this.timeout(120_000);
      const blocks = examples(
        (block) => block.language === language && block.attributes['notRun'] === undefined,
      );
      assert.ok(blocks.length > 0, 'no page has such a block any more');
      assert.deepEqual(await check(blocks), []);
    });
  }

  it('are, in the comments of the SDK, the examples that the tests of the documentation run, and scripts of the simulator', () => {
    const source = path.join(import.meta.dirname, '../../sdk/src');
    const fences = globSync('**/*.ts', { cwd: source }).flatMap((file) => {
      const comments = readFileSync(path.join(source, file), 'utf8').match(/\/\*\*.*?\*\//gsu) ?? [];
      return comments.flatMap((comment) =>
        [
          ...comment.matchAll(/^[ \t]*\*[ \t]*```(?<language>\w*)[ \t]*\n(?<text>.*?)^[ \t]*\*[ \t]*```/gmsu),
        ].map(({ groups }) => ({ language: groups?.['language'] ?? '', text: groups?.['text'] ?? '' })),
      );
    });
    const scripts = fences.filter(({ language }) => language === 'json');
    for (const { text } of scripts) {
      assert.deepEqual(whatIsWrongWithJson(text.replaceAll(/^[ \t]*\*/gmu, '')), []);
    }
    assert.ok(fences.length > 50);
    assert.equal(fences.length - scripts.length, readDocumentedExamples().length);
  });
});

describe('the checks of blocks of code', () => {
  const wrong: Readonly<Record<string, readonly string[]>> = {
    ts: ["await phone.dail('101');", 'const text: string = 5;'],
    bash: ['npx microsip dail 101', 'npx microsip dial 101 --wiat active', 'npm run nothing', 'rm -rf /'],
    powershell: ['if ($true) {', 'microsip.exe 101; calc', 'microsip.exe -hangup', 'Get-Date'],
    ini: ['[Settings]\ncmdCallRinging=C:\\x.exe', 'cmdCallStart=C:\\x.exe'],
    json: [
      '{ "rules": [{ "dialled": 5 }] }',
      '{ "key": "ctrl+d", "command": "no.such", "args": "" }',
      '{ "contacts": [{ "name": "Ada" }] }',
      '{}',
    ],
    python: ['print(1)'],
    batch: ['echo 1'],
    js: ['console.log(1);'],
    csharp: ['class X {}'],
    autohotkey: ['Run "x"'],
    html: ['<a href="tel:101 102">x</a>'],
  };

  for (const [language, texts] of Object.entries(wrong)) {
    it(`find what is wrong in ${language}`, async function () {
      this.timeout(120_000);
      for (const text of texts) {
        const block = { language, attributes: {}, offset: 0, text: `${text}\n` };
        await assert.rejects(async () =>
          assert.deepEqual(await checks[language]?.([{ file: 'page.md', block }]), []),
        );
      }
    });
  }
});

/** A check that looks at each block by itself. */
function each(check: (example: Example) => readonly string[]): Check {
  return (blocks) => blocks.flatMap((example) => check(example).map((wrong) => `${example.file}: ${wrong}`));
}

function eachLine(check: (line: string) => Promise<string | undefined>): Check {
  return async (blocks) => {
    const lines = blocks.flatMap(({ block, file }) => block.text.split('\n').map((line) => ({ file, line })));
    const found = [];
    for (const { file, line } of lines) {
      const wrong = await check(line);
      if (wrong !== undefined) found.push(`${file}: ${wrong}`);
    }
    return found;
  };
}

/** Recipes, which their tests run; and lines that start MicroSIP, as PowerShell hands them over unchanged. */
async function whatIsWrongWithPowershell(blocks: readonly Example[]): Promise<readonly string[]> {
  const errorsOf = await providePowershellGrammar();
  return blocks.flatMap((example) => {
    const { block, file } = example;
    const wrong = isTestedRecipe(example)
      ? []
      : block.text.split('\n').filter((line) => line !== '' && !startsMicroSip(line));
    return [...errorsOf(block.text), ...wrong].map((text) => `${file}: ${text}`);
  });
}

/** Whether a line starts MicroSIP with a command that it has, or with a number. */
function startsMicroSip(line: string): boolean {
  const tail = /^microsip\.exe(?: (?<tail>[\w/:+.*-][\w/:+.*# -]*))?$/u.exec(line)?.groups?.['tail'] ?? '';
  if (!/^microsip\.exe(?: |$)/u.test(line) || (tail === '') !== (line === 'microsip.exe')) return false;
  if (commands.some(({ example }) => example === tail)) return true;
  return /^\+?\d+$/u.test(tail) && !explainCommandLine(tail).misunderstood;
}
