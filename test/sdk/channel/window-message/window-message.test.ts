import assert from 'node:assert/strict';
import fc from 'fast-check';

import { startLimits } from '../../../../sdk/src/channel/limits.ts';
import { WindowMessage } from '../../../../sdk/src/channel/window-message/window-message.ts';
import type { Installation } from '../../../../sdk/src/installation/installation.ts';
import type {
  MessageOutcome,
  PhoneWindows,
} from '../../../../sdk/src/installation/windows-native/phone-windows.ts';
import { MicroSipError } from '../../../../sdk/src/microsip-error.ts';
import { PhonesInMemory, type PhoneInMemory } from '../../../support/sdk/phones-in-memory.ts';
import { until } from '../../../support/sdk/until.ts';

const executable = 'C:\\Program Files\\MicroSIP\\microsip.exe';
const installation: Installation = {
  backend: 'windows',
  version: '3.22.16',
  executable,
  dataDirectory: 'C:\\Users\\Ada\\AppData\\Roaming\\MicroSIP',
  logDirectory: 'C:\\Users\\Ada\\AppData\\Local\\MicroSIP',
  launch: { file: executable, leadingArguments: [] },
};
const quick = {
  handOverLimitMs: 5000,
  probeMs: 5,
  hangingPollMs: 1,
  notReadyPollMs: 1,
  lastAnswerMs: 5,
  answerLimitMs: 5,
};

describe('a window message', () => {
  const never = new AbortController().signal;
  let phones: PhonesInMemory;
  let phone: PhoneInMemory;
  beforeEach(() => {
    phones = new PhonesInMemory();
    phone = phones.start(executable);
  });

  const message = (others = 0, timing = quick): WindowMessage =>
    new WindowMessage(phones, phone.window, others, timing);

  it('gives the phone the command line as it is', async () => {
    const tail = 'sip:bob@example.com;x=%1?Subject=%22ü 😀%22';
    assert.deepEqual(await message().handOver(installation, tail, { signal: never }), {
      started: false,
      remarks: [],
    });
    assert.deepEqual(phone.taken, [tail]);
  });

  it('is sent again until the SIP stack of a phone that just started is up', async () => {
    phone.stackRuns = false;
    const handOver = message().handOver(installation, '101', { signal: never });
    await until(() => phone.lost.length > 1 || undefined, 'a second try');
    phone.stackRuns = true;
    await handOver;
    assert.deepEqual(phone.taken, ['101']);
  });

  it('says that nothing was dialled when the stack does not come up in time', async () => {
    phone.stackRuns = false;
    using limits = startLimits({ timeoutMs: 50 });
    await assert.rejects(message().handOver(installation, '101', limits), {
      code: 'NOT_READY',
      message: /did not come up in time, so it took no command/u,
    });
  });

  it('waits for a phone that hangs, and sends only then', async () => {
    phone.freeze();
    const handOver = message().handOver(installation, '101', { signal: never });
    await phones.probe(phone.window, 5);
    assert.deepEqual(phone.taken, []);
    phone.thaw();
    await handOver;
    assert.deepEqual(phone.taken, ['101']);
  });

  it('is not sent to a phone that hangs until time is over, not even later', async () => {
    phone.freeze();
    using limits = startLimits({ timeoutMs: 30 });
    await assert.rejects(message().handOver(installation, '101', limits), {
      code: 'TIMEOUT',
      message: /took no messages in time, so nothing was sent.*event hook/u,
    });
    phone.thaw();
    assert.deepEqual(await phones.probe(phone.window, 1000), { outcome: 'answered', answer: 0 });
    assert.deepEqual(phone.taken, []);
  });

  it('has a limit of its own', async () => {
    phone.freeze();
    const limited = message(0, { ...quick, handOverLimitMs: 20 });
    await assert.rejects(limited.handOver(installation, '101', { signal: never }), { code: 'TIMEOUT' });
  });

  for (const [reason, code] of [
    ['the caller gives up', 'CANCELLED'],
    ['the phone object is disposed of', 'DISPOSED'],
  ] as const) {
    it(`is not sent when ${reason} while the phone hangs`, async () => {
      phone.freeze();
      const ending = new AbortController();
      using limits = startLimits({
        timeoutMs: 5000,
        [code === 'CANCELLED' ? 'signal' : 'disposal']: ending.signal,
      });
      const handOver = message(0, { ...quick, probeMs: 60_000 }).handOver(installation, '101', limits);
      const refused = assert.rejects(handOver, { code, message: /nothing was sent/u });
      ending.abort();
      await refused;
      phone.exit();
    });
  }

  /** A phone that freezes just after it was asked whether it takes messages. */
  const freezing = (): PhoneWindows => ({
    find: (program) => phones.find(program),
    probe: async (window, timeoutMs) => {
      const answer = await phones.probe(window, timeoutMs);
      phone.freeze();
      return answer;
    },
    sendCommandLine: (window, tail, timeoutMs) => phones.sendCommandLine(window, tail, timeoutMs),
  });

  it('takes an answer that comes a little late for one', async () => {
    const caller = new AbortController();
    const patient = { ...quick, lastAnswerMs: 60_000, answerLimitMs: 60_000 };
    const handOver = new WindowMessage(freezing(), phone.window, 0, patient).handOver(installation, '101', {
      signal: caller.signal,
    });
    await until(() => phone.frozen, 'the phone to freeze');
    caller.abort();
    phone.thaw();
    await handOver;
    assert.deepEqual(phone.taken, ['101']);
  });

  it('leaves open whether it was taken when the phone freezes with it, and is not sent again', async () => {
    const channel = new WindowMessage(freezing(), phone.window, 0, quick);
    await assert.rejects(channel.handOver(installation, '101', { signal: never }), {
      code: 'TIMEOUT',
      message: /may still take it, so it was not sent again/u,
    });
    phone.thaw();
    await until(() => phone.taken.length > 0 || undefined, 'the late command');
    assert.deepEqual(phone.taken, ['101']);
  });

  it('is refused by Windows for a phone that runs as administrator', async () => {
    phone.elevated = true;
    await assert.rejects(message().handOver(installation, '101', { signal: never }), {
      code: 'ACCESS_DENIED',
      message: /process 1001.*administrator.*nothing was sent/u,
    });
  });

  it('says that the phone is gone', async () => {
    phone.exit();
    assert.equal(await message().handOver(installation, '101', { signal: never }), 'phone-gone');
  });

  it('says which of several phones of one program got it', async () => {
    const handOver = await message(2).handOver(installation, '101', { signal: never });
    assert.ok(typeof handOver === 'object');
    assert.match(handOver.remarks?.join() ?? '', /^3 phones of this program run; .*process 1001/u);
  });

  it('is sent only after an answer, and again only when it was lost, whatever the window does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(outcomes, { maxLength: 12 }), async (script) => {
        const acts: Act[] = [];
        const next = (asked: Act['act']): Promise<MessageOutcome> => {
          const outcome = script[acts.length] ?? { outcome: 'answered', answer: 0 };
          acts.push({ act: asked, outcome });
          return Promise.resolve(outcome);
        };
        const scripted: PhoneWindows = {
          find: () => [phone.window],
          probe: () => next('asked'),
          sendCommandLine: () => next('sent'),
        };
        const timing = { ...quick, hangingPollMs: 0, notReadyPollMs: 0 };
        const result = await new WindowMessage(scripted, phone.window, 0, timing)
          .handOver(installation, '101', { signal: never })
          .catch(codeOf);

        const isAnswered = ({ outcome }: Act): boolean => outcome.outcome === 'answered';
        const isTaken = (act: Act): boolean =>
          act.act === 'sent' && act.outcome.outcome === 'answered' && act.outcome.answer === 0;
        acts.forEach((act, index) => {
          const before = acts[index - 1];
          if (act.act === 'sent') assert.ok(before?.act === 'asked' && isAnswered(before));
          else if (before?.act === 'sent') assert.ok(isAnswered(before) && !isTaken(before));
        });
        const last = acts.at(-1);
        assert.ok(last !== undefined);
        assert.equal(typeof result === 'object', isTaken(last));
        if (last.outcome.outcome === 'denied') assert.equal(result, 'ACCESS_DENIED');
        if (last.outcome.outcome === 'gone')
          assert.equal(result, last.act === 'asked' ? 'phone-gone' : 'NOT_RUNNING');
      }),
      { numRuns: 300 },
    );
  });
});

/** One thing that was done to a window, and what came of it. */
interface Act {
  readonly act: 'asked' | 'sent';
  readonly outcome: MessageOutcome;
}

const outcomes: fc.Arbitrary<MessageOutcome> = fc.oneof(
  fc.record({ outcome: fc.constant('answered' as const), answer: fc.constantFrom(0, 1) }),
  fc.record({ outcome: fc.constantFrom('no-answer' as const, 'gone' as const, 'denied' as const) }),
);

function codeOf(error: unknown): string {
  if (error instanceof MicroSipError) return error.code;
  throw error;
}
