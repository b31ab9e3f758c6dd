import assert from 'node:assert/strict';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Simulator } from '../../../../sdk/src/simulator/simulator.ts';
import { describeOnPosix } from '../../../support/mocha/platform-tests.ts';
import { hostileCallers } from '../../../support/sdk/hostile-callers.ts';
import { ManualClock } from '../../simulator/manual-clock.ts';
import { hookedPhone } from './hooked-phone.ts';
import { JournalReader } from './journal-reader.ts';

describeOnPosix('hostile callers', () => {
  for (const caller of hostileCallers) {
    it(`${JSON.stringify(caller).slice(0, 60)} reach the reader as they are, and run nothing`, async () => {
      using prepared = hookedPhone({}, { version: '3.22.16' });
      const canary = join(prepared.directory, 'canary');
      const ran = join(prepared.directory, 'ran');
      writeFileSync(canary, `#!/bin/sh\n: > '${ran}'\n`);
      chmodSync(canary, 0o755);
      await prepared.hooks.install();
      await using reader = new JournalReader(prepared.hooks.folder);
      await reader.history;

      const clock = new ManualClock();
      await using phone = await Simulator.start({ dataDirectory: prepared.dataDirectory, clock });
      const given: string[] = [];
      phone.onDidPerform((effect) => {
        if (effect.do === 'hook') given.push(effect.argument);
      });
      clock.pass(100);
      const text = caller.replaceAll('$CANARY', canary);
      phone.ring({ from: '<sip:900@pbx.test>', assertedIdentity: `<sip:${text}@pbx.test>` });
      clock.pass(0);
      await reader.untilEvents(2);

      const [argument = ''] = given;
      assert.equal(argument.trim(), text.trim(), 'MicroSIP passes the caller on');
      // Half a surrogate pair cannot be an argument of Node.js; in SIP, which is UTF-8, it cannot be either.
      const arrived = argument.replace(/\p{Surrogate}/gu, '\ufffd');
      assert.deepEqual(
        reader.events.map((event) => [event.hook, event.caller]),
        [
          ['cmdIncomingCall', arrived],
          ['cmdCallRing', arrived],
        ],
      );
      assert.equal(reader.source.skippedLines, 0);
      assert.equal(existsSync(ran), false);
      const lines = readFileSync(join(prepared.hooks.folder, 'journal.jsonl'), 'utf8').split('\n');
      assert.equal(lines.length, 3);
      assert.deepEqual(readdirSync(prepared.hooks.folder).toSorted(), [
        'configuration.json',
        'exact-caller.cjs',
        'hook.cjs',
        'installation.json',
        'journal.jsonl',
        'own-command.cjs',
        'windows-arguments.cjs',
      ]);
    });
  }
});
