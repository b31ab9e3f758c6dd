import assert from 'node:assert/strict';
import { runInNewContext } from 'node:vm';

import { sdkCalls } from '../../docs-site/reference/command-line/sdk-calls.mts';
import { planAction } from '../../sdk/src/action/plan-action.ts';
import { commands } from '../../sdk/src/catalogue/commands.ts';
import { kitCommandFor } from '../../sdk/src/explanation/kit-command.ts';
import { MicroSip } from '../../sdk/src/microsip.ts';

describe('what the reference shows of the SDK', () => {
  const shown = commands.flatMap(({ example, id }) => {
    const call = sdkCalls[id];
    return 'action' in call ? [{ example, id, ...call }] : [];
  });

  it('sends exactly the example of its command', () => {
    for (const { action, example, id } of shown) {
      assert.deepEqual(planAction(action).commandLines, [example], id);
    }
  });

  it('asks of the phone, in its line of code, what its recipes are made of', async () => {
    await using phone = await MicroSip.connect({ backend: 'simulator' });
    for (const { action, id, line } of shown) {
      const asked: unknown[] = [];
      const watched = Object.create(phone, {
        perform: { value: (performed: unknown) => Promise.resolve(asked.push(performed)) },
      }) as MicroSip;
      await runInNewContext(`(async () => { ${line} })()`, { phone: watched });
      assert.equal(asked.length, 1, id);
      assert.deepEqual(planAction(asked[0] as typeof action), planAction(action), id);
    }
  });

  it('is there for all that the kit sends', () => {
    const unsaid = commands.filter(
      ({ id }) => !('action' in sdkCalls[id]) && kitCommandFor(id)?.sends === id,
    );
    assert.deepEqual(unsaid, []);
  });
});
