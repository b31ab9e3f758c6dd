import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { hostileCallers } from '../../support/sdk/hostile-callers.ts';
import { given, hookedStandIn, told, type HookedStandIn } from './hooked-stand-in.ts';

/** What can stand in a line by which a stand-in is told who calls. */
const callers = hostileCallers.filter(
  (caller) => caller.length < 2000 && !/[\t\r\n\p{Surrogate}]/u.test(caller),
);

describe('hostile callers, through ShellExecuteEx', function () {
  this.timeout(180_000);

  let hooked: HookedStandIn;
  before(async () => {
    hooked = await hookedStandIn(
      { phone: 'phone ü', localAppData: "Zoë's  höme, 100% & co" },
      {
        only: ['cmdIncomingCall'],
      },
    );
  });
  after(async () => {
    await hooked[Symbol.asyncDispose]();
  });

  for (const caller of callers) {
    it(`${JSON.stringify(caller).slice(0, 60)} reach the reader as they are, and run nothing`, async () => {
      const { microsip, phone, reader } = hooked;
      const canary = path.join(phone.folder, 'canary.cmd');
      const ran = path.join(phone.folder, 'ran');
      writeFileSync(canary, `@echo > "${ran}"\r\n`);
      const before = reader.events.length;
      const text = caller.replaceAll('$CANARY', canary);

      const call = await phone.ring({
        from: '<sip:900@pbx.test>',
        assertedIdentity: `<sip:${text}@pbx.test>`,
      });
      await reader.untilEvents(before + 1);
      await phone.farEnd('hang-up', call);

      const handed = given(phone).slice(before);
      assert.deepEqual(
        handed.map(([hook, argument]) => [hook, argument.trim()]),
        [['cmdIncomingCall', text.trim()]],
        'MicroSIP passes the caller on',
      );
      assert.deepEqual(
        told(reader.events.slice(before)),
        handed.map(([hook, argument]) => [hook, asTold(argument)]),
      );
      assert.equal(reader.source.skippedLines, 0);
      assert.equal(existsSync(ran), false);
      const { failures } = await microsip.hooks.status();
      assert.equal(failures, undefined);
      const journal = readFileSync(path.join(microsip.hooks.folder, 'journal.jsonl'), 'utf8');
      assert.equal(journal.split('\n').length, before + 2);
    });
  }
});

/** A caller that is plain but for its quotation marks loses them: to look for them would make every hook slower. */
function asTold(caller: string): string {
  const bare = caller.replaceAll('"', '');
  return /^[\w+*#@.-]*$/u.test(bare) ? bare : caller;
}
