import assert from 'node:assert/strict';

import { recipe } from '../../../sdk/src/recipes/make-recipe.ts';
import { providePowershellGrammar, type CheckPowershell } from '../../support/recipes/powershell-grammar.ts';
import { everyAction } from './every-action.ts';

describe('a recipe in PowerShell', function () {
  this.timeout(120_000);

  let errorsOf: CheckPowershell;

  before(async () => {
    errorsOf = await providePowershellGrammar();
  });

  it('is PowerShell, whatever it does and wherever the program lies', () => {
    for (const executable of ['', "C:\\Jürgen's $x `n {0} ‘’ 😀\\microsip.exe"]) {
      for (const action of everyAction) {
        const { text } = recipe('powershell', action, { executable });
        assert.deepEqual(errorsOf(text), [], text);
      }
    }
  });

  it('would not be with a brace, a quotation mark or a parenthesis less', () => {
    const { text } = recipe('powershell', { type: 'hangup', scope: 'all' });
    const damaged = [
      text.replace(/\}\n$/u, '\n'),
      text.replace("'Stop'", "'Stop"),
      text.replace('$places = @(Get-Place) }', '$places = @(Get-Place }'),
      text.replace('if (-not $Running)', 'if -not $Running)'),
      text.replace('foreach ($view in', 'foreach ($view of'),
    ];
    for (const script of damaged) {
      assert.notEqual(script, text);
      assert.notDeepEqual(errorsOf(script), [], script);
    }
  });
});
