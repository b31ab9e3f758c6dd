import assert from 'node:assert/strict';

import type { Channel, CommandLineTail } from '../../../../sdk/src/channel/channel.ts';
import { WindowsChannels } from '../../../../sdk/src/channel/window-message/windows-channels.ts';
import type { Installation } from '../../../../sdk/src/installation/installation.ts';
import { PhonesInMemory } from '../../../support/sdk/phones-in-memory.ts';

const executable = 'C:\\Program Files\\MicroSIP\\microsip.exe';
const installation: Installation = {
  backend: 'windows',
  version: '3.22.16',
  executable,
  dataDirectory: 'C:\\MicroSIP',
  logDirectory: 'C:\\MicroSIP',
  launch: { file: executable, leadingArguments: [] },
};
const launcher: Channel = { name: 'launcher', handOver: () => Promise.resolve({ started: false }) };

describe('the choice between window message and launcher', () => {
  let phones: PhonesInMemory;
  beforeEach(() => {
    phones = new PhonesInMemory();
  });

  const channels = (properties: Partial<Installation> = {}): WindowsChannels =>
    new WindowsChannels({ ...installation, ...properties }, launcher, () => Promise.resolve(phones));
  const choice = async (tail: CommandLineTail, properties?: Partial<Installation>) => {
    const { channel, reason } = await channels(properties).choose(tail);
    return [channel.name, reason];
  };

  it('is the window of a phone that runs', async () => {
    phones.start(executable);
    for (const tail of ['101', '/hangupall', '/answer', 'msip:hold', '/account:2', '/exit now', '/EXIT']) {
      assert.deepEqual(await choice(tail), ['window-message', undefined], tail);
    }
  });

  it('is the launcher for what only a start does (facts A.2)', async () => {
    phones.start(executable);
    for (const tail of ['', '/minimized', '/exit', '/hidden', '/reset', '/resetnoask']) {
      assert.deepEqual(await choice(tail), ['launcher', 'only a start of the program does this'], tail);
    }
  });

  it('is the launcher where no phone of this program runs', async () => {
    phones.start('D:\\Portable\\microsip.exe');
    assert.deepEqual(await choice('101'), ['launcher', 'no phone runs']);
  });

  it('is the window again as soon as there is one', async () => {
    const chosen = channels();
    assert.equal((await chosen.choose('101')).channel.name, 'launcher');
    const phone = phones.start(executable);
    assert.equal((await chosen.choose('101')).channel.name, 'window-message');
    phone.exit();
    assert.equal((await chosen.choose('101')).channel.name, 'launcher');
  });

  it('is the launcher for versions older than the oldest that was read', async () => {
    phones.start(executable);
    assert.deepEqual(await choice('101', { version: '3.19.31' }), [
      'launcher',
      'version 3.19.31 is older than 3.20.5, the oldest known to take window messages',
    ]);
    assert.deepEqual(await choice('101', { version: '3.20.5' }), ['window-message', undefined]);
    assert.deepEqual(await choice('101', { version: undefined }), ['window-message', undefined]);
  });

  it('is the launcher, and says why, where Windows cannot be called', async () => {
    const without = new WindowsChannels(installation, launcher, () => Promise.resolve(undefined));
    const { channel, reason } = await without.choose('101');
    assert.equal(channel.name, 'launcher');
    assert.match(reason ?? '', /koffi.* is missing or does not run here/u);
  });

  it('never launches beside a phone that runs as administrator: that would start a second one (facts B)', async () => {
    const elevated = phones.start(executable, { accessible: false });
    elevated.elevated = true;
    await assert.rejects(channels().choose('/exit'), { code: 'ACCESS_DENIED' });
    const { channel } = await channels().choose('101');
    const { signal } = new AbortController();
    await assert.rejects(channel.handOver(installation, '101', { signal }), {
      code: 'ACCESS_DENIED',
    });
    assert.deepEqual(elevated.taken, []);
  });

  it('takes a phone whose program Windows does not tell for the one that is meant', async () => {
    phones.start(undefined, { accessible: false }).elevated = true;
    await assert.rejects(channels().choose('/exit'), { code: 'ACCESS_DENIED' });
  });

  it('passes over phones that Windows denies where there is another, as a start does', async () => {
    const own = phones.start(executable);
    for (const program of [executable, undefined])
      phones.start(program, { accessible: false }).elevated = true;
    assert.deepEqual(await choice('/exit'), ['launcher', 'only a start of the program does this']);
    const { channel } = await channels().choose('101');
    await channel.handOver(installation, '101', new AbortController());
    assert.deepEqual(own.taken, ['101']);
  });

  it('is the topmost window of several, with a remark', async () => {
    const first = phones.start(executable);
    const topmost = phones.start(executable);
    const { channel } = await channels().choose('101');
    const { signal } = new AbortController();
    const handOver = await channel.handOver(installation, '101', { signal });
    assert.deepEqual([first.taken, topmost.taken], [[], ['101']]);
    assert.ok(typeof handOver === 'object' && handOver.remarks?.length === 1);
  });
});
