import assert from 'node:assert/strict';
import { openSync, closeSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { processExists, until } from '../../support/sdk/until.ts';
import { standInPhone, type StandIn } from '../../support/windows/stand-in-phone.ts';
import { launchingSender } from './launching-sender.ts';

describe('a phone that hangs, on Windows, commanded by starts of its program', () => {
  let phone: StandIn;
  beforeEach(async () => {
    phone = standInPhone();
    await phone.start();
  });
  afterEach(() => phone[Symbol.asyncDispose]());

  const helpers = (): readonly number[] =>
    phone
      .records()
      .filter(({ what }) => what === 'helper')
      .map(({ process: pid }) => pid);

  it('is waited for, and gets the command once it goes on', async () => {
    const send = await launchingSender(phone);
    const frozen = await phone.freeze();
    const sending = send('/dtmf:1');
    await until(() => helpers().length === 1, 'a start to hand the command over');
    assert.deepEqual(phone.received(), []);
    await frozen[Symbol.asyncDispose]();
    await sending;
    assert.deepEqual(await phone.untilReceived(1), ['/dtmf:1']);
  });

  it('does not get the command of a start that waited too long, which is ended', async () => {
    const impatient = await launchingSender(phone, { handOverLimitMs: 5000, settleMs: 1000 });
    {
      await using _frozen = await phone.freeze();
      await assert.rejects(impatient('/dtmf:1'), {
        code: 'TIMEOUT',
        message: /start that waited for it was ended/u,
      });
      const [helper] = helpers();
      assert.ok(helper !== undefined && !processExists(helper), 'the start is gone');
    }
    const send = await launchingSender(phone);
    await send('/dtmf:2');
    assert.equal((await phone.untilReceived(1)).at(-1), '/dtmf:2');
  });

  it('takes commands while it shows a modal message', async () => {
    const send = await launchingSender(phone);
    await using _box = await phone.openMessageBox();
    await send('/dtmf:1');
    assert.deepEqual(await phone.untilReceived(1), ['/dtmf:1']);
  });

  it('shows its window instead of a command that comes before it is ready', async () => {
    await phone.beNotReady();
    const send = await launchingSender(phone);
    await send('/dtmf:1');
    await phone.untilRecorded('lost', { text: '/dtmf:1' });
    assert.deepEqual(phone.received(), []);
  });
});

describe('a start that hangs behind its own message box', () => {
  it('is ended, and what comes later is delivered', async () => {
    await using phone = standInPhone();
    await phone.start();
    const impatient = await launchingSender(phone, { handOverLimitMs: 5000, settleMs: 1000 });
    // Another program, such as a backup, has the ini open: 3.22.16 asks for it alone (facts B.1).
    const ini = openSync(phone.settingsFile, 'r+');
    await assert.rejects(impatient('/dtmf:1'), { code: 'TIMEOUT' });
    closeSync(ini);
    const box = await phone.untilRecorded('message-box');
    await until(() => !processExists(box.process), 'the start to be gone');
    assert.match(String(box['text']), /^Failed to open file for writing /u);
    const send = await launchingSender(phone);
    await send('/dtmf:2');
    assert.deepEqual(await phone.untilReceived(1), ['/dtmf:2']);
  });

  it('does not come about before 3.22.16, which minds nobody who has the ini open', async () => {
    await using phone = standInPhone({ version: '3.22.3' });
    await phone.start();
    const send = await launchingSender(phone);
    const ini = openSync(phone.settingsFile, 'r+');
    await send('/dtmf:1');
    closeSync(ini);
    assert.deepEqual(await phone.untilReceived(1), ['/dtmf:1']);
    assert.equal(phone.records().filter(({ what }) => what === 'message-box').length, 0);
  });
});

describe('starts at once without the kit', () => {
  it('meet over the ini, and lose commands: what the kit’s queue is for', async () => {
    await using phone = standInPhone({ holdIniMs: 2000 });
    await phone.start();
    const children = [1, 2, 3].map((digit) =>
      spawn(phone.executable, [`/dtmf:${digit}`], { stdio: 'ignore' }),
    );
    const ended = children.map((child) => once(child, 'exit'));
    await until(
      () => phone.records().some(({ what }) => what === 'ini-denied'),
      'a start that does not get the ini',
    );
    for (const child of children) child.kill('SIGKILL');
    await Promise.all(ended);
    assert.ok(phone.received().length < 3);
  });
});
