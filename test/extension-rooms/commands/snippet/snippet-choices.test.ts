import assert from 'node:assert/strict';

import { planAction, type PhoneAction } from 'microsip-sdk';
import { recipe, recipeActions, recipeLanguages } from 'microsip-sdk/recipes';

import {
  actionChoices,
  type ActionChoice,
} from '../../../../extension/src/commands/snippet/action-choices.ts';
import {
  documentLanguageOf,
  snippetLanguages,
} from '../../../../extension/src/commands/snippet/snippet-languages.ts';
import { snippetNotes } from '../../../../extension/src/commands/snippet/snippet-notes.ts';
import type { Localization } from '../../../../extension/src/localization.ts';

const english: Localization = {
  t: (text, ...values) => text.replace(/\{(\d)\}/gu, (_, index: string) => String(values[Number(index)])),
};

const typed = { target: '+1 (415) 555-2671', digits: '12#', account: '2' };

function actionOf(choice: ActionChoice): PhoneAction {
  return 'action' in choice ? choice.action : choice.actionWith(typed[choice.asksFor]);
}

describe('the choices of a snippet', () => {
  for (const { id, actions } of recipeLanguages) {
    it(`are all that can be said in ${id}, and each makes a snippet that asks for just that`, () => {
      const choices = actionChoices(id, english);
      assert.deepEqual(new Set(choices.map(({ type }) => type)), new Set(actions));
      for (const choice of choices) {
        const action = actionOf(choice);
        assert.equal(action.type, choice.type);
        const { text } = recipe(id, action);
        const value = 'action' in choice ? undefined : { ...typed, target: '+14155552671' }[choice.asksFor];
        if (value !== undefined) assert.ok(text.includes(value), `${choice.title}: ${text}`);
        else for (const line of planAction(action).commandLines) assert.ok(text.includes(line), choice.title);
      }
    });
  }

  it('tell each other apart, and lead to different commands', () => {
    const choices = actionChoices('python', english);
    assert.equal(new Set(choices.map(({ title }) => title)).size, choices.length);
    const plans = choices.map((choice) => JSON.stringify(planAction(actionOf(choice)).commandLines));
    // Rejecting is hanging up what rings; every other is a command of its own.
    assert.equal(new Set(plans).size, choices.length);
    assert.equal(new Set(choices.map(({ type }) => type)).size, recipeActions.length);
  });
});

describe('the languages of a snippet', () => {
  it('are all there, that of the open document first', () => {
    const ids = recipeLanguages.map(({ id }) => id);
    assert.deepEqual(
      snippetLanguages(undefined).map(({ id }) => id),
      ids,
    );
    for (const [documentLanguage, first] of [
      ['typescript', 'node'],
      ['bat', 'cmd'],
      ['csharp', 'csharp'],
      ['rust', ids[0]],
    ] as const) {
      const sorted = snippetLanguages(documentLanguage).map(({ id }) => id);
      assert.equal(sorted[0], first);
      assert.deepEqual([...sorted].sort(), [...ids].sort());
    }
  });

  it('are shown as plain text by an editor that does not know them', () => {
    assert.equal(documentLanguageOf('autohotkey', ['plaintext', 'python']), 'plaintext');
    assert.equal(documentLanguageOf('autohotkey', ['ahk', 'python']), 'ahk');
    assert.equal(documentLanguageOf('cmd', ['bat']), 'bat');
  });
});

describe('the notes of a snippet', () => {
  it('say what it needs and every note, each on a line of its own', () => {
    const notes = ['One *note*.', 'Two\n# no heading'];
    const text = snippetNotes({ fileName: 'microsip-dial.py', notes }, { needs: 'Python 3.8' }, english);
    assert.deepEqual(text.split('\n').filter((line) => line.startsWith('- ')).length, 2);
    assert.doesNotMatch(text, /^# no heading/mu);
    assert.match(text, /It needs Python 3\\\.8\\\./u);
  });
});
