import assert from 'node:assert/strict';
import { once } from 'node:events';

import { Emitter, valuesOf } from '../../sdk/src/emitter.ts';

describe('an emitter', () => {
  it('hands values to all who listen, in their order, the same listener as often as it subscribed', () => {
    const emitter = new Emitter<number>();
    const heard: string[] = [];
    const a = (value: number): unknown => heard.push(`a${value}`);
    const first = emitter.event(a);
    emitter.event((value) => heard.push(`b${value}`));
    emitter.event(a);
    emitter.fire(1);
    first.dispose();
    emitter.fire(2);
    assert.deepEqual(heard, ['a1', 'b1', 'a1', 'b2', 'a2']);
  });

  it('hands on what a listener throws to the process, and the value to the others', async () => {
    const emitter = new Emitter<string>();
    const heard: string[] = [];
    const failure = new Error('a listener that fails');
    emitter.event(() => {
      throw failure;
    });
    emitter.event((value) => heard.push(value));
    const listeners = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    try {
      const uncaught = once(process, 'uncaughtException');
      emitter.fire('x');
      assert.deepEqual(heard, ['x']);
      assert.equal((await uncaught)[0], failure);
    } finally {
      for (const listener of listeners) process.on('uncaughtException', listener);
    }
  });

  it('gives its values to a loop until it is over, none lost meanwhile', async () => {
    const emitter = new Emitter<number>();
    let end: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const values = valuesOf(emitter.event, over);
    const first = values.next();
    emitter.fire(1);
    emitter.fire(2);
    end();
    await over;
    assert.equal((await first).value, 1);
    const rest: number[] = [];
    for await (const value of values) rest.push(value);
    assert.deepEqual(rest, [2]);
  });
});
