import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

import type { CommandLineContext } from '../../../sdk/src/phone-model/command-line/command-line-context.ts';
import type { PhoneEffect } from '../../../sdk/src/phone-model/phone-effect.ts';
import type { PhoneState } from '../../../sdk/src/phone-model/phone-state.ts';
import { advance } from '../../../sdk/src/phone-model/phone.ts';
import { readVectors, vectorContext, versionsRun, type CommandVector } from '../../support/vectors.ts';
import { testPhone } from './phone-under-test.ts';

/** What a phone does beyond the command line itself, which the vectors do not speak of. */
const consequences: ReadonlySet<PhoneEffect['do']> = new Set([
  'hook',
  'callState',
  'send',
  'held',
  'registered',
  'unregistered',
  'historyInsert',
  'historyUpdate',
  'dialedWrite',
  'modal',
  'balloon',
  'senderReleased',
  'exit',
]);

/** A running phone in the state a line of the vectors speaks of. */
function phoneIn(context: CommandLineContext): PhoneState {
  const phone = testPhone({ version: context.version, ini: { 'Settings.singleMode': '0' } });
  for (let call = 0; call < context.calls; call++) {
    phone.talk(call === 0 ? `sip:${context.selectedCall ?? '900@pbx.test'}` : `90${String(call)}`);
  }
  const { calls, ...state } = phone.state();
  const first = calls[0]?.callId ?? null;
  const accounts = [...context.accounts].map(
    ([id, account]) => [id, { label: '', password: '', ...account }] as const,
  );
  return {
    ...state,
    calls,
    selectedCallId: context.selectedCall === undefined ? null : first,
    stack: context.stackReady ? 'running' : 'failed',
    registration: { added: context.accountAdded, status: context.registered ? 200 : 0 },
    settings: {
      ...state.settings,
      accountId: context.accountId,
      accounts: Object.fromEntries(accounts),
      localAccount: {
        ...state.settings.localAccount,
        domain: context.localDomain,
        transport: context.localTransport,
      },
      enableLocalAccount: context.enableLocalAccount,
      singleMode: context.singleMode,
      silent: context.silent,
    },
  };
}

function answerOf({ settings, tail, version }: CommandVector): readonly PhoneEffect[] {
  const context = vectorContext(version, settings);
  const state = phoneIn(context);
  const command = { type: 'command-line', tail, answersYes: context.answerYes } as const;
  const { effects } = advance(state, { at: state.at, ...command });
  const own = effects.filter((effect) => !consequences.has(effect.do));
  const ends = effects.some((effect) => effect.do === 'exit');
  // The end of the instance, of which the vectors only say that it was asked for.
  return ends ? own.filter((effect) => effect.do !== 'hideWindow' && effect.do !== 'settingsSave') : own;
}

describe('a running phone does what MicroSIP answered, in the same order', () => {
  for (const version of versionsRun) {
    it(version, async () => {
      const lines = (await readVectors('commands')).filter(
        (line) => line.running && line.version === version,
      );
      assert.ok(lines.length > 1500);
      const different = lines.filter((line) => !isDeepStrictEqual(answerOf(line), line.effects));
      assert.deepEqual(
        different.slice(0, 5).map((line) => ({ line, answer: answerOf(line) })),
        [],
        `${String(different.length)} of ${String(lines.length)} lines differ`,
      );
    });
  }
});
