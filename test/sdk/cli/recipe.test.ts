import assert from 'node:assert/strict';

import { recipe } from '../../../sdk/src/recipes/make-recipe.ts';
import { recipeActions, recipeLanguages } from '../../../sdk/src/recipes/recipe-languages.ts';
import type { Recipe } from '../../../sdk/src/recipes/recipe.ts';
import { everyAction } from '../recipes/every-action.ts';
import { cli } from './run-cli.ts';

describe('microsip recipe', () => {
  it('prints the snippet alone to stdout, and what is worth knowing to stderr', async () => {
    const { text, notes } = recipe('python', { type: 'dial', target: '101' });
    const { code, stderr, stdout } = await cli('recipe', 'python', 'dial', '101');
    assert.deepEqual({ code, stdout }, { code: 0, stdout: text });
    for (const note of notes) assert.ok(stderr.includes(note), note);
  });

  it('prints all of it as one JSON value', async () => {
    for (const { id } of recipeLanguages) {
      const { stdout } = await cli('recipe', id, 'dial', '+1 (415) 555-2671', '--json');
      const expected: Recipe = recipe(id, { type: 'dial', target: '+1 (415) 555-2671' });
      assert.deepEqual(JSON.parse(stdout), expected);
    }
  });

  it('takes the words of every action as the commands of the same names do', async () => {
    const words = [
      ['dial', '+1 (415) 555-2671'],
      ['dial', 'bob'],
      ['dial', 'sip:bob@example.com:5080'],
      ['hangup'],
      ['hangup', '--scope', 'all'],
      ['hangup', '--scope', 'talking'],
      ['hangup', '--scope', 'calling'],
      ['hangup', '--scope', 'incoming'],
      ['answer'],
      ['reject'],
      ['transfer', '102'],
      ['transfer', 'sip:o.neil@example.com'],
      ['dtmf', '12ab*'],
      ['hold'],
      ['mute', 'mic'],
      ['mute', 'speaker', '--off'],
      ['volume', 'speaker', 'up'],
      ['account', '2'],
      ['start'],
      ['start', '--minimized'],
      ['minimize'],
      ['exit'],
    ];
    assert.deepEqual(new Set(words.map(([name]) => name)), new Set(recipeActions));
    for (const [index, action] of everyAction.entries()) {
      const { stdout } = await cli('recipe', 'node', ...(words[index] ?? []));
      assert.equal(stdout, recipe('node', action).text);
    }
  });

  it('writes the path and the version into it that the options name', async () => {
    const { stdout } = await cli('recipe', 'node', 'answer', '--exe', String.raw`D:\Jürgen\m.exe`);
    assert.match(stdout, /const microsip = "D:\\\\J\\u00FCrgen\\\\m\.exe";/u);
    const old = await cli('recipe', 'node', 'reject', '--microsip-version', '3.20.5');
    assert.equal(old.code, 6);
    assert.equal(old.stdout, '');
  });

  it('refuses what is no number, and words that an action does not take', async () => {
    const refused = [
      ['python', 'dial', '/hangupall'],
      ['python', 'dial', '101 102 103 x'],
      ['python', 'dial'],
      ['python', 'dial', '101', '102'],
      ['python', 'answer', '101'],
      ['python', 'answer', '--off'],
      ['python', 'mute', 'all'],
      ['python', 'mute', 'toString'],
      ['python', 'volume', 'mic', 'louder'],
      ['python', 'account', '0'],
      ['python', 'account', 'x'],
      ['python', 'dtmf', '1,2'],
      ['cobol', 'answer'],
      ['python', 'sing'],
    ];
    for (const words of refused) {
      const { code, stdout, stderr } = await cli('recipe', ...words);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' }, words.join(' '));
      assert.notEqual(stderr, '');
    }
    const link = await cli('recipe', 'html', 'hangup');
    assert.equal(link.code, 6);
    assert.match(link.stderr, /A link can only place a call/u);
  });
});
