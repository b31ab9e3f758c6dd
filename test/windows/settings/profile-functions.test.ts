import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import fc from 'fast-check';

import { limits } from '../../../sdk/src/catalogue/limits.ts';
import { IniDocument } from '../../../sdk/src/settings/ini-document.ts';
import { decodeIniAsMicroSip, encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';
import { trimBlanks } from '../../../sdk/src/settings/profile-value.ts';
import { meaningOf } from './ini-meaning.ts';
import {
  changeIn,
  iniText,
  tidyIniText,
  valueQuestion,
  type Change,
  type IniFileEncoding,
  type ValueQuestion,
} from './ini-texts.ts';
import { ProfileOracle, type Answer, type Question } from './profile-oracle.ts';
import {
  cutsQuotedValue,
  knowsMark,
  losesHeading,
  isNamelessKey,
  losesNamelessKeys,
  changesLaterSections,
  takesCommentsForKeys,
} from './wine-oddities.ts';

/** The default that is asked with. */
const absent = '<absent>';

/** Room for anything that these files hold. */
const plenty = 60_000;

const encodings: readonly IniFileEncoding[] = ['utf-16le', 'ansi'];

describe('IniDocument beside the profile functions of this Windows', function () {
  this.timeout(300_000);

  // The same files in every run, unless others are asked for.
  const seed = Number(process.env['MICROSIP_TEST_SEED'] ?? 20_260_914);
  const seen = { files: 0, questions: 0, values: 0, changes: 0, sameBytes: 0 };
  let oracle: ProfileOracle;
  let folder: string;
  let file: string;
  let isWine: boolean;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'profile '));
    file = path.join(folder, 'MicroSIP ü.ini');
    const program = process.env['MICROSIP_PROFILE_ORACLE'];
    assert.ok(program, 'MICROSIP_PROFILE_ORACLE names profile-oracle.c as it was compiled');
    oracle = await ProfileOracle.start(program);
    const [wine, codePage] = await oracle.ask([['wine'], ['codepage']]);
    isWine = wine === 1;
    assert.equal(codePage, 1252, 'the ANSI files are written in code page 1252');
  });

  after(async () => {
    await oracle[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  /** Always the same file, written anew: under Wine it takes longer to make and remove one than to ask about it. */
  function newFile(text: string, encoding: IniFileEncoding): void {
    seen.files++;
    writeFileSync(file, encodeIni({ encoding, text }));
  }

  async function ask(questions: readonly Question[]): Promise<readonly Answer[]> {
    seen.questions += questions.length;
    return await oracle.ask(questions);
  }

  /** What they make of a file when they change it. */
  async function changedByThem(changes: readonly Change[]): Promise<string> {
    seen.changes += changes.length;
    const flush: Question = ['flush', file];
    const answers = await ask([...changes.map((change) => asked(file, change)), flush]);
    assert.deepEqual(new Set(answers), new Set([1]));
    return decodeIniAsMicroSip(readFileSync(file));
  }

  for (const encoding of encodings) {
    it(`finds the values that they find in any file in ${encoding}`, async () => {
      const property = fc.asyncProperty(
        iniText(encoding),
        fc.array(valueQuestion, { minLength: 1, maxLength: 6 }),
        async (text, questions) => {
          fc.pre(!isWine || encoding !== 'ansi' || !knowsMark(text));
          newFile(text, encoding);
          const ini = IniDocument.parse(decodeIniAsMicroSip(readFileSync(file)));
          const asked = [...questions, ...questionsForAll(ini)].filter(
            (question) => !isWine || !(takesCommentsForKeys(question) || cutsQuotedValue(ini, question)),
          );
          const answers = await ask(
            asked.map(({ section, key, limit }) => ['get', file, section, key, absent, limit + 1]),
          );
          for (const [index, { section, key, limit }] of asked.entries()) {
            const value = ini.get(section, key, limit);
            if (value !== undefined) seen.values++;
            const where = `[${section}] ${key} in ${limit} characters`;
            assert.equal(value ?? absent.slice(0, limit), answers[index], where);
          }
        },
      );
      await fc.assert(property, { numRuns: encoding === 'ansi' ? 2000 : 5000, seed });
    });
  }

  it('lists the sections and the keys that they list', async () => {
    const property = fc.asyncProperty(iniText('utf-16le'), async (text) => {
      newFile(text, 'utf-16le');
      const ini = IniDocument.parse(text);
      const [names, ...lists] = await ask([
        ['get', file, null, null, null, plenty],
        ...ini.sections.map((section): Question => ['section', file, section, plenty]),
      ]);
      assert.deepEqual(ini.sections, distinct(listed(names)));
      for (const [index, section] of ini.sections.entries()) {
        const ours = ini.entries(section).map(({ key, text }) => `${key}=${trimBlanks(text)}`);
        // A line without "=" gives no key a value, and the kit does not count it.
        const theirs = listed(lists[index]).filter((line) => line.includes('='));
        const told = (line: string): boolean => !isWine || !isNamelessKey(line);
        assert.deepEqual(ours.filter(told), theirs.filter(told), `[${section}]`);
      }
    });
    await fc.assert(property, { numRuns: 1000, seed });
  });

  for (const encoding of encodings) {
    it(`leaves any file in ${encoding} with the meaning that they leave it with`, async () => {
      const changes = fc.array(changeIn(encoding, 'any'), { minLength: 1, maxLength: 6 });
      const property = fc.asyncProperty(iniText(encoding), changes, async (text, acts) => {
        fc.pre(
          !isWine || !(losesHeading(text) || losesNamelessKeys(text) || changesLaterSections(text, acts)),
        );
        fc.pre(!isWine || encoding !== 'ansi' || !knowsMark(text));
        newFile(text, encoding);
        const ini = IniDocument.parse(decodeIniAsMicroSip(readFileSync(file)));
        for (const act of acts) apply(ini, act);
        const theirs = await changedByThem(acts);
        assert.deepEqual(meaningOf(ini.toString()), meaningOf(theirs));
      });
      await fc.assert(property, { numRuns: 1000, seed });
    });
  }

  it('writes a file that is as they write it byte by byte as they do', async () => {
    const changes = fc.array(changeIn('utf-16le', 'tidy'), { minLength: 1, maxLength: 6 });
    const property = fc.asyncProperty(tidyIniText, changes, async (text, acts) => {
      newFile(text, 'utf-16le');
      const ini = IniDocument.parse(text);
      for (const act of acts) apply(ini, act);
      const theirs = await changedByThem(acts);
      assert.equal(ini.toString(), theirs);
      assert.deepEqual(Buffer.from(encodeIni({ encoding: 'utf-16le', text: theirs })), readFileSync(file));
      seen.sameBytes++;
    });
    await fc.assert(property, { numRuns: 1000, seed });
  });

  it('was asked about ten thousand files and more, and did not ask in vain', () => {
    process.stdout.write(
      `      ${seen.files} files, ${seen.questions} questions of which ${seen.values} found a value, ` +
        `${seen.changes} changes, ${seen.sameBytes} files the same byte by byte; seed ${seed}\n`,
    );
    assert.ok(seen.files >= 10_000 && seen.questions >= 20_000, 'too few files or questions');
    assert.ok(seen.values >= 5000, 'too few questions found a value to say anything');
  });
});

/** What stands in the file is asked for as well: most of what may be asked is not there. */
function questionsForAll(ini: IniDocument): readonly ValueQuestion[] {
  return ini.sections.flatMap((section) =>
    ini.entries(section).map(({ key }) => ({ section, key, limit: limits.settingCharacters.value })),
  );
}

function listed(answer: Answer | undefined): readonly string[] {
  return String(answer).split('\0').slice(0, -1);
}

/** The kit names a section once; they do as often as it stands in the file. */
function distinct(names: readonly string[]): readonly string[] {
  const folded = names.map((name) => name.replace(/[A-Z]/gu, (letter) => letter.toLowerCase()));
  return names.filter((_, index) => folded.indexOf(folded[index] ?? '') === index);
}

function apply(ini: IniDocument, change: Change): void {
  switch (change.change) {
    case 'set':
      ini.set(change.section, change.key, change.value);
      break;
    case 'remove':
      ini.remove(change.section, change.key);
      break;
    case 'remove-section':
      ini.removeSection(change.section);
      break;
    case 'replace-section':
      ini.replaceSection(
        change.section,
        change.entries.map(([key, text]) => ({ key, text })),
      );
      break;
  }
}

function asked(file: string, change: Change): Question {
  switch (change.change) {
    case 'set':
      return ['set', file, change.section, change.key, change.value];
    case 'remove':
      return ['set', file, change.section, change.key, null];
    case 'remove-section':
      return ['set', file, change.section, null, null];
    case 'replace-section':
      return [
        'replace',
        file,
        change.section,
        change.entries.map((entry) => `${entry.join('=')}\0`).join(''),
      ];
  }
}
